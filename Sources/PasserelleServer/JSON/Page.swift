/// A part of a long list, and the way to the others.
struct Page {
  /// The rows of the part.
  let range: Range<Int>
  /// Whether nobody asked for a part.
  let isWhole: Bool
  private let total: Int
  private let limit: Int

  /// The part that was asked for; a list of so many rows is whole if none was.
  init(of total: Int, _ asked: Asked) {
    let (limit, offset) = (asked.number("limit"), asked.number("offset"))
    self.total = total
    self.limit = limit ?? 1_000
    isWhole = limit == nil && offset == nil
    let start = min(offset ?? 0, total)
    range = isWhole ? 0..<total : start..<min(start + self.limit, total)
  }

  /// The parts before and after, as `Link` has them (RFC 8288); `nil` for a whole list.
  func links(from request: ServerRequest, at baseURL: String) -> String? {
    guard !isWhole else { return nil }
    var links = [("first", 0)]
    if range.lowerBound > 0 { links.append(("prev", max(0, range.lowerBound - limit))) }
    if range.upperBound < total { links.append(("next", range.upperBound)) }
    links.append(("last", total == 0 ? 0 : (total - 1) / limit * limit))
    let path = request.path.map(PercentEncoding.encode).joined(separator: "/")
    let others = request.query.filter { $0.name != "offset" && $0.name != "limit" }
    return links.map { name, offset in
      let items = others + [.init("limit", "\(limit)"), .init("offset", "\(offset)")]
      let query = items.map {
        "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))"
      }.joined(separator: "&")
      return "<\(baseURL)/\(path)?\(query)>; rel=\"\(name)\""
    }.joined(separator: ", ")
  }
}
