/// Tells those who watch over a server that it answers: `/healthz`.
public struct HealthDoor: Door {
  /// A word for logs and metrics.
  public let name = "health"

  /// The door of the one path.
  public init() {}

  /// `/healthz` is read.
  public func methods(at path: [String]) -> [String] { path == ["healthz"] ? ["GET"] : [] }

  /// Says that the library can be read: that it was opened for this request is the proof.
  public func answer(
    _ request: ServerRequest, from library: LibraryState
  ) throws -> ServerResponse {
    var response = ServerResponse("ok\n", as: "text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response
  }
}
