/// What a client is answered.
public struct ServerResponse: Sendable {
  /// The status: 200.
  public var status: Int
  /// The header fields, by their names as they are written.
  public var headers: [String: String]
  /// The body, or its beginning.
  public var body: [UInt8]
  /// Makes what follows, a piece at a time; `nil` if the body is whole.
  ///
  /// It is called until it returns `nil`, each time with the state of the library that is there then.
  public var more: (@Sendable (LibraryState) throws -> [UInt8]?)?

  /// A response of its parts.
  public init(status: Int = 200, headers: [String: String] = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A text of a media type, in UTF-8.
  public init(status: Int = 200, _ text: String, as mediaType: String) {
    self.init(status: status, headers: ["Content-Type": mediaType], body: Array(text.utf8))
  }

  /// The answer to `HEAD`: what `GET` would say, without saying it.
  var withoutBody: ServerResponse {
    var response = self
    response.headers["Content-Length"] = "\(body.count)"
    response.body = []
    return response
  }
}
