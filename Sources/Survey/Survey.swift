import Figures
import Textbook

// Prints the survey of the textbook. Built natively and as wasm, it must print the same lines.
#if hasFeature(Embedded)
  import CRuntime

  @_extern(wasm, module: "wasi_snapshot_preview1", name: "fd_write")
  @_extern(c)
  private func write(
    _ file: Int32, _ parts: UnsafeRawPointer, _ count: Int32, _ written: UnsafeMutableRawPointer
  ) -> Int32

  private func emit(_ text: String) {
    var text = text + "\n"
    text.withUTF8 { bytes in
      guard let base = bytes.baseAddress else { return }
      var part = (UInt32(UInt(bitPattern: base)), UInt32(bytes.count))
      var written: UInt32 = 0
      _ = write(1, &part, 1, &written)
    }
  }

  /// WASI's entry point.
  @_expose(wasm, "_start")
  @_cdecl("_start")
  public func start() {
    textbook.survey { emit($0) }
  }
#else
  @main enum Survey {
    static func main() {
      textbook.survey { print($0) }
    }
  }
#endif
