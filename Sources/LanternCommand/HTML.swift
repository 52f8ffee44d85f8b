/// A text as HTML and its attributes may hold it.
func escaped(_ text: String) -> String {
  text.map { character in
    switch character {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    default: String(character)
    }
  }.joined()
}

/// A page of its own: nothing of it comes from elsewhere.
func page(_ title: String, style: String, _ body: String) -> String {
  """
  <!doctype html>
  <html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>\(escaped(title))</title>
  <style>
  :root { color-scheme: light dark; font: 16px/1.5 Inter, "Noto Sans CJK SC", system-ui, sans-serif; }
  body { margin: 0 auto; max-width: 72rem; padding: 0 2rem 4rem; }
  h2 { margin-top: 3rem; }
  img { display: block; width: 100%; }
  code, small { color: GrayText; }
  \(style)
  </style>
  \(body)

  """
}
