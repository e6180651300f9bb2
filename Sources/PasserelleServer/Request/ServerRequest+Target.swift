extension ServerRequest {
  /// Reads a request as it comes from a socket.
  ///
  /// - Parameters:
  ///   - method: The method, in capitals.
  ///   - target: The path with its query, encoded: `/v1/compare?id=eqf:5`.
  ///   - headers: The header fields, by their names in lower case.
  ///   - body: The body.
  /// - Throws: `Problem` if the target is too long, or is not proper.
  public init(
    method: String, target: String, headers: [String: String], body: [UInt8] = []
  ) throws(Problem) {
    guard target.utf8.count <= RequestLimits.target else { throw .tooLong("address", 414) }
    let target = target.utf8
    let mark = target.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
    self.init(
      method: method, path: try Self.path(target[..<mark]),
      query: try Self.items(target[mark...].dropFirst(), longest: RequestLimits.value),
      headers: headers, body: body)
  }

  private static func path(_ text: Substring.UTF8View) throws(Problem) -> [String] {
    guard text.first == UInt8(ascii: "/") else { throw .malformed("the path begins with no '/'") }
    var path: [String] = []
    for part in text.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    {
      guard let segment = PercentEncoding.decode(part, plusIsSpace: false) else {
        throw .malformed("the path is not UTF-8, percent-encoded")
      }
      guard segment != ".", segment != ".." else {
        throw .malformed("the path has '\(segment)' in it; nothing here is a file")
      }
      guard segment.utf8.count <= RequestLimits.value else { throw .tooLong("path", 414) }
      path.append(segment)
    }
    return path
  }

  /// Reads the items of a query or a form.
  static func items(
    _ text: some Collection<UInt8>, longest: Int
  ) throws(Problem) -> [Item] {
    var items: [Item] = []
    for pair in text.split(separator: UInt8(ascii: "&")) {
      guard items.count < RequestLimits.items else {
        throw .malformed("the items are more than \(RequestLimits.items)")
      }
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentEncoding.decode(parts[0], plusIsSpace: true),
        let value = PercentEncoding.decode(
          parts.count > 1 ? Array(parts[1]) : [], plusIsSpace: true)
      else { throw .malformed("an item is not UTF-8, percent-encoded") }
      guard name.utf8.count + value.utf8.count <= longest else {
        throw .tooLong("value of an item", 400)
      }
      items.append(Item(name, value))
    }
    return items
  }
}
