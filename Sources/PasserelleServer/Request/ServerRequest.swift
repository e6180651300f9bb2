/// What a client asks for, however it came: a socket, a test.
public struct ServerRequest: Sendable {
  /// The method, in capitals: `GET`.
  public var method: String
  /// The segments of the path, decoded, such as `v1` and `compare`.
  ///
  /// An empty last segment stands for a final slash.
  public var path: [String]
  /// The items of the query, decoded, in their order.
  public var query: [Item]
  /// The header fields, by their names in lower case.
  public var headers: [String: String]
  /// The body.
  public var body: [UInt8]

  /// A name and a value in a query or a form.
  public struct Item: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The value; empty where there is none.
    public var value: String

    /// An item of a name and a value.
    public init(_ name: String, _ value: String) {
      (self.name, self.value) = (name, value)
    }
  }

  /// A request of its parts, each as its property says.
  public init(
    method: String = "GET", path: [String], query: [Item] = [], headers: [String: String] = [:],
    body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// The first value of a query's item.
  public subscript(name: String) -> String? { query.first { $0.name == name }?.value }

  /// All values of a query's item, in their order.
  public func all(_ name: String) -> [String] { query.filter { $0.name == name }.map(\.value) }
}
