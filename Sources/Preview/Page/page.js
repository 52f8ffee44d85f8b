'use strict'
// The page keeps what is shown in `view`; every change of it asks the figures' program for a picture.
const $ = id => document.getElementById(id)
const view = { figure: '', mode: '', locale: 'en', theme: 'light', at: 'still', params: {} }
let catalogue = [], story = null, program = 0, playing = false

const figure = () => catalogue.find(f => f.slug === view.figure)
function query(more) {
  const q = new URLSearchParams({ figure: view.figure, mode: view.mode, locale: view.locale, ...more })
  for (const [name, value] of Object.entries(view.params)) q.set('p.' + name, value)
  return q
}
async function ask(path) {
  const answer = await fetch('/figures' + path)
  if (!answer.ok) throw new Error(await answer.text())
  return answer
}

// One picture at a time: while one is drawn, only the latest wish is kept.
let drawing = false, again = false
async function draw() {
  if (drawing) { again = true; return }
  drawing = true
  try {
    $('stage').innerHTML = await (await ask('/frame?' + query({ at: view.at }))).text()
    $('stage').dataset.program = program
  } catch (error) {
    $('stage').replaceChildren(Object.assign(document.createElement('p'), { textContent: error.message }))
  }
  drawing = false
  if (again) { again = false; return draw() }
}

async function tell() {
  try {
    story = await (await ask('/story?' + query({}))).json()
  } catch (error) { story = null }
  const duration = story ? story.duration : 0
  $('time').max = duration
  $('marks').replaceChildren(...(story ? story.beats : []).map(beat =>
    Object.assign(document.createElement('i'), { style: `left:${100 * beat.start / duration}%`, title: beat.name })))
  $('beats').replaceChildren(...(story ? story.beats : []).map(beat => {
    const button = Object.assign(document.createElement('button'), { textContent: beat.name, title: beat.caption })
    button.onclick = () => go(beat.start + beat.motion)
    button.dataset.start = beat.start
    return button
  }))
  if (view.at !== 'still' && +view.at > duration) view.at = '' + duration
  mark()
  await draw()
}

function mark() {
  const seconds = view.at === 'still' ? null : +view.at
  $('still').setAttribute('aria-pressed', seconds === null)
  if (seconds !== null) $('time').value = seconds
  $('clock').textContent = seconds === null ? 'still' : `${seconds.toFixed(2)} / ${story ? story.duration.toFixed(1) : 0} s`
  let now = -1
  const beats = story ? story.beats : []
  beats.forEach((beat, i) => { if (seconds !== null && seconds >= beat.start) now = i })
  ;[...$('beats').children].forEach((b, i) => b.setAttribute('aria-pressed', i === now))
  const words = ['lantern render', view.figure]
  if (figure() && view.mode !== figure().modes[0]) words.push('--mode', view.mode)
  for (const [name, value] of Object.entries(view.params)) words.push('--param', `${name}=${value}`)
  if (view.locale !== 'en') words.push('--locale', view.locale)
  if (view.theme !== 'light') words.push('--theme', view.theme)
  if (now >= 0) {
    const beat = beats[now]
    const progress = beat.motion > 0 ? Math.min(1, (seconds - beat.start) / beat.motion) : 1
    words.push('--at', progress < 1 ? `${beat.name}:${+progress.toFixed(3)}` : beat.name)
  }
  $('address').textContent = words.join(' ')
  history.replaceState(null, '', '?' + query({ at: view.at, theme: view.theme }))
}

function go(seconds) { view.at = '' + Math.max(0, Math.min(seconds, story ? story.duration : 0)); mark(); return draw() }

async function play() {
  playing = !playing
  $('play').textContent = playing ? 'pause' : 'play'
  if (!playing || !story) return
  let start = view.at === 'still' || +view.at >= story.duration ? 0 : +view.at
  const begun = performance.now()
  while (playing) {
    const seconds = start + (performance.now() - begun) / 1000
    await go(seconds)
    if (seconds >= story.duration) break
    await new Promise(requestAnimationFrame)
  }
  playing = false
  $('play').textContent = 'play'
}

function knobs() {
  $('knobs').replaceChildren(...figure().parameters.map(p => {
    const label = document.createElement('label')
    const name = Object.assign(document.createElement('span'), { className: 'name' })
    const shown = document.createElement('output')
    name.append(p.label[view.locale] || p.label.en || p.name, shown)
    const value = view.params[p.name] ?? p.start
    let control
    if (p.kind === 'choice') {
      control = document.createElement('select')
      control.append(...p.choices.map(c => new Option(c.label[view.locale] || c.name, c.name)))
      control.value = value
    } else if (p.kind === 'flag') {
      control = Object.assign(document.createElement('input'), { type: 'checkbox', checked: value === 'on' })
    } else if (p.kind === 'seed') {
      control = Object.assign(document.createElement('input'), { type: 'number', min: 0, max: p.high, value })
    } else {
      const exponent = p.kind === 'doubling' ? Math.log2 : x => x
      control = Object.assign(document.createElement('input'), {
        type: 'range', min: exponent(p.low), max: exponent(p.high), step: p.kind === 'doubling' ? 1 : p.step,
      })
      control.value = exponent(+value)
    }
    const read = () =>
      p.kind === 'flag' ? (control.checked ? 'on' : 'off')
      : p.kind === 'doubling' ? '' + 2 ** +control.value : control.value
    const show = () => { shown.textContent = p.kind === 'range' || p.kind === 'doubling' ? read() : '' }
    control.name = p.name
    control.oninput = () => {
      show()
      if (read() === p.start) delete view.params[p.name]; else view.params[p.name] = read()
      tell()
    }
    show()
    label.append(name, control)
    return label
  }))
}

function choose(slug) {
  const chosen = catalogue.find(f => f.slug === slug) || catalogue[0]
  if (!chosen) return
  if (view.figure !== chosen.slug) { view.params = {}; view.at = 'still' }
  view.figure = chosen.slug
  if (!chosen.modes.includes(view.mode)) view.mode = chosen.modes[0]
  for (const name of Object.keys(view.params)) if (!chosen.parameters.some(p => p.name === name)) delete view.params[name]
  $('figure').value = view.figure
  $('mode').replaceChildren(...chosen.modes.map(m => new Option(m, m)))
  $('mode').value = view.mode
  document.title = chosen.title[view.locale] + ' – Lantern preview'
  knobs()
  return tell()
}

async function load() {
  try { catalogue = await (await ask('/catalogue')).json() } catch (error) { return }
  $('figure').replaceChildren(...catalogue.map(f => new Option(f.slug, f.slug)))
  await choose(view.figure)
}

function press(group, value) {
  for (const button of $(group).children) button.setAttribute('aria-pressed', button.dataset.value === value)
}
function dress() {
  press('locale', view.locale)
  press('theme', view.theme)
  document.documentElement.dataset.theme = view.theme
}

// Waits for news of the build; a new program means new pictures.
async function follow() {
  let seen = -1
  for (;;) {
    try {
      const status = await (await fetch('/status?seen=' + seen)).json()
      seen = status.version
      const words = { building: 'building…', broken: 'does not build', ready: `built in ${status.seconds.toFixed(1)} s` }
      $('status').textContent = words[status.phase]
      $('status').dataset.phase = status.phase
      $('stage').classList.toggle('stale', status.phase === 'broken')
      $('errors').hidden = status.phase !== 'broken'
      $('errors').replaceChildren(...status.errors.flatMap(e => {
        const where = Object.assign(document.createElement('b'), { textContent: e.line ? `${e.file}:${e.line}:${e.column}` : '' })
        const what = Object.assign(document.createElement('pre'), {
          textContent: e.message + (e.source ? `\n${e.source}\n${' '.repeat(Math.max(0, e.column - 1))}^` : ''),
        })
        return [where, what]
      }))
      if (status.program !== program || !catalogue.length) {
        program = status.program
        await load()
      }
    } catch (error) {
      $('status').textContent = 'the preview has ended'
      $('status').dataset.phase = 'broken'
      await new Promise(resolve => setTimeout(resolve, 1000))
    }
  }
}

$('figure').onchange = () => { view.mode = ''; choose($('figure').value) }
$('mode').onchange = () => { view.mode = $('mode').value; view.at = 'still'; tell() }
$('locale').onclick = e => { if (e.target.dataset.value) { view.locale = e.target.dataset.value; dress(); choose(view.figure) } }
$('theme').onclick = e => { if (e.target.dataset.value) { view.theme = e.target.dataset.value; dress(); mark() } }
$('time').oninput = () => { playing = false; go(+$('time').value) }
$('still').onclick = () => { playing = false; view.at = 'still'; mark(); draw() }
$('play').onclick = play
document.onkeydown = e => {
  if (/INPUT|SELECT|BUTTON/.test(e.target.tagName)) return
  if (e.key === ' ') { e.preventDefault(); play() }
  const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key]
  if (step && story) {
    const rests = story.beats.map(b => b.start + b.motion)
    const now = view.at === 'still' ? -1 : +view.at
    const next = step > 0 ? rests.find(t => t > now + 1e-6) : [...rests].reverse().find(t => t < now - 1e-6)
    if (next !== undefined) go(next)
  }
}

const asked = new URLSearchParams(location.search)
for (const [name, value] of asked) {
  if (name.startsWith('p.')) view.params[name.slice(2)] = value
  else if (name in view) view[name] = value
}
dress()
follow()
