/// Tells those who watch over a server how it does: `/healthz` and `/metrics`.
public struct HealthDoor: Door {
  /// A word for logs and metrics.
  public let name = "health"

  /// The door of the two paths.
  public init() {}

  /// Both are read.
  public func methods(at path: [String]) -> [String] {
    path == ["healthz"] || path == ["metrics"] ? ["GET"] : []
  }

  /// Says that the library can be read, for it was opened for this request; or what was counted.
  public func answer(
    _ request: ServerRequest, from library: LibraryState
  ) throws -> ServerResponse {
    var response =
      request.path == ["healthz"]
      ? ServerResponse("ok\n", as: "text/plain; charset=utf-8")
      : ServerResponse(
        library.equipment.metrics.text, as: "text/plain; version=0.0.4; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response
  }
}
