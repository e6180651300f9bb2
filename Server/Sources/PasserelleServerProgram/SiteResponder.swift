internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import NIOPosix
internal import PasserelleServer
internal import Synchronization

/// Turns a request of Hummingbird into one of the site, and its answer back.
///
/// What the site knows already is answered at once; all else by threads of its own, so that one who asks much
/// does not keep others from being heard.
final class SiteResponder: HTTPResponder {
  typealias Context = BasicRequestContext

  private let site: Site
  private let pool: NIOThreadPool
  private let waiting = Atomic(0)
  /// How many questions may wait for a thread; more are told to come again.
  private static let mostWaiting = 128

  init(site: Site, pool: NIOThreadPool) {
    (self.site, self.pool) = (site, pool)
  }

  func respond(to request: Request, context: Context) async throws -> Response {
    do {
      return Response(try await answer(to: request))
    } catch let problem as Problem {
      return Response(site.response(to: problem))
    }
  }

  private func answer(to request: Request) async throws -> ServerResponse {
    var asked = try ServerRequest(
      method: request.method.rawValue, target: request.head.path ?? "",
      headers: Dictionary(
        request.headers.map { ($0.name.canonicalName, $0.value) },
        uniquingKeysWith: { "\($0), \($1)" }))
    if let ready = site.readyAnswer(to: asked) { return ready }
    if asked.method != "GET", asked.method != "HEAD" {
      asked.body = try await body(of: request, at: asked.path)
    }
    guard waiting.wrappingAdd(1, ordering: .relaxed).newValue <= Self.mostWaiting else {
      waiting.wrappingSubtract(1, ordering: .relaxed)
      throw Problem.busy
    }
    defer { waiting.wrappingSubtract(1, ordering: .relaxed) }
    return try await pool.runIfActive { [site, asked] in site.answer(asked) }
  }

  private func body(of request: Request, at path: [String]) async throws -> [UInt8] {
    let most = site.door(at: path)?.longestBody(at: path) ?? 0
    do {
      return Array(try await request.body.collect(upTo: most).readableBytesView)
    } catch is NIOTooManyBytesError {
      var problem = Problem.tooLong("body", 413)
      problem.headers["Connection"] = "close"
      throw problem
    }
  }
}

extension Response {
  /// The answer of the site, as Hummingbird sends it.
  init(_ response: ServerResponse) {
    var headers = HTTPFields()
    for (name, value) in response.headers.sorted(by: { $0.key < $1.key }) {
      if let name = HTTPField.Name(name) { headers[name] = value }
    }
    self.init(
      status: .init(code: response.status), headers: headers,
      body: response.body.isEmpty
        ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: response.body)))
    // The answer to HEAD has the length of what is not sent.
    if let length = response.headers["Content-Length"] { self.headers[.contentLength] = length }
  }
}
