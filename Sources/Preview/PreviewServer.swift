import FlyingFox
import FlyingSocks
import Foundation
import Rendering

/// Serves one page with a package's figures, builds the package when a source file is saved, and lets the page
/// know. It listens on the loopback interface only, answers only who asks for it by that name, and serves
/// nothing but that page and what the figures' program says.
public struct PreviewServer: Sendable {
  private let package: PreviewPackage
  private let state: PreviewState
  private let server: HTTPServer

  /// Prepares a server at a port, 0 for any that is free. Until the first build is done, `program` answers.
  /// Built is `product` of the package at `folder`, in its `.build` or at `scratch`.
  public init(folder: String, product: String, scratch: String?, program: String, port: UInt16) throws {
    package = PreviewPackage(folder: folder, product: product, scratch: scratch)
    state = PreviewState(Worker(program: program))
    server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: port), timeout: 60, logger: .disabled)
  }

  /// Serves until the task is cancelled; says at which port once it listens.
  public func run(_ listening: @escaping @Sendable (_ port: UInt16) -> Void) async throws {
    await server.appendRoute("*") { request in await respond(to: request) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask {
        try await server.waitUntilListening()
        if case .ip4(_, let port) = await server.listeningAddress { listening(port) }
        try await watch()
      }
      try await group.next()
      group.cancelAll()
    }
  }

  /// Builds now, and again whenever the sources have changed and rest.
  private func watch() async throws {
    var built: [String: Date]?
    var last: [String: Date] = [:]
    while true {
      let stamp = package.stamp()
      if stamp != built && stamp == last {
        built = stamp
        await state.startBuild()
        let clock = ContinuousClock()
        let start = clock.now
        let errors = await Self.inBackground { package.build() }
        let seconds = (clock.now - start) / .seconds(1)
        await state.endBuild(errors, seconds: seconds, program: package.program)
      }
      last = stamp
      try await Task.sleep(for: .milliseconds(150))
    }
  }

  /// Runs what blocks on a thread of its own.
  private static func inBackground<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: body()) }
    }
  }

  private func respond(to request: HTTPRequest) async -> HTTPResponse {
    let host = request.headers[.host]?.split(separator: ":").first.map(String.init) ?? ""
    guard host == "127.0.0.1" || host == "localhost" else {
      return response(.sentence("this server answers on this machine only", status: 403))
    }
    guard request.method == .GET else { return response(.sentence("only GET is answered", status: 405)) }
    switch request.path {
    case "/": return response(.text(page(PackageResources.index_html), type: "text/html"))
    case "/page.css": return response(.text(page(PackageResources.page_css), type: "text/css"))
    case "/page.js": return response(.text(page(PackageResources.page_js), type: "text/javascript"))
    case "/status":
      let seen = request.query["seen"].flatMap { Int($0) } ?? -1
      return response(.text(json(await state.status(after: seen)), type: "application/json"))
    default:
      guard request.path.hasPrefix("/figures/") else {
        return response(.sentence("there is no \(request.path)", status: 404))
      }
      let target = request.target.rawValue.dropFirst("/figures".count)
      return response(await state.worker.ask(String(target)))
    }
  }

  private func page(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func response(_ answer: PreviewAnswer) -> HTTPResponse {
    let phrases = [
      200: "OK", 400: "Bad Request", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    ]
    let status = HTTPStatusCode(answer.status, phrase: phrases[answer.status] ?? "Server Error")
    let headers: HTTPHeaders = [
      .contentType: answer.type, HTTPHeader("Cache-Control"): "no-store",
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Content-Security-Policy"): "default-src 'self'; style-src 'self' 'unsafe-inline'",
    ]
    return HTTPResponse(statusCode: status, headers: headers, body: Data(answer.body))
  }
}
