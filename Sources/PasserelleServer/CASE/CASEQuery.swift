internal import Foundation
internal import Passerelle

/// Which documents a client wants, in which order, and what of each.
struct CASEQuery {
  let limit: Int
  let offset: Int
  private let sort: String?
  private let isDescending: Bool
  private let filter: CASEFilter?
  /// The fields that are wanted; all if `nil`.
  private let fields: Set<String>?
  /// The other items, which links to other pages keep.
  private let others: [ServerRequest.Item]

  private static let most = 1_000

  init(_ request: ServerRequest, _ version: CASEForm.Version) throws(Problem) {
    let known = CASEForm.fieldsOfDocuments(in: version)
    limit = min(try Self.number(request, "limit", orElse: 100, least: 1), Self.most)
    offset = try Self.number(request, "offset", orElse: 0, least: 0)
    // By a field that does not exist, documents come in their usual order.
    sort = request["sort"].flatMap { known.contains($0) ? $0 : nil }
    isDescending = request["orderBy"]?.lowercased() == "desc"
    filter = try request["filter"].map { text throws(Problem) in
      try CASEFilter(text, of: Set(known))
    }
    fields = try request["fields"].flatMap { text throws(Problem) in
      let names = text.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.filter { !$0.isWhitespace } }
      guard !names.contains("") else {
        throw .invalidSelection("fields", "a field in 'fields' has no name")
      }
      // If one does not exist, nothing is left out.
      return names.allSatisfy(known.contains) ? Set(names) : nil
    }
    others = request.query.filter { !["limit", "offset"].contains($0.name) }
  }

  private static func number(
    _ request: ServerRequest, _ name: String, orElse usual: Int, least: Int
  ) throws(Problem) -> Int {
    guard let text = request[name] else { return usual }
    guard let number = Int(text), number >= least else {
      throw .invalidSelection(name, "'\(name)' is not a number from \(least) on")
    }
    return number
  }

  /// The documents that pass the filter, in order.
  func chosen(from documents: [CASEObject]) -> [CASEObject] {
    let chosen = filter.map { filter in documents.filter(filter.admits) } ?? documents
    guard let sort else { return chosen }
    let keyed = chosen.map { (key: $0.values(at: sort).joined(separator: ","), document: $0) }
    return keyed.enumerated().sorted { one, other in
      switch Self.order(one.element.key, other.element.key) {
      case .orderedSame: one.offset < other.offset
      case let order: order == (isDescending ? .orderedDescending : .orderedAscending)
      }
    }.map(\.element.document)
  }

  /// Texts without regard to case, as the Unicode collation of English has them.
  static func order(_ one: String, _ other: String) -> ComparisonResult {
    one.compare(other, options: .caseInsensitive, locale: Locale(identifier: "en"))
  }

  /// The part of a document that is wanted.
  func selected(_ document: CASEObject) -> CASEObject {
    fields.map { fields in document.keeping(fields.contains) } ?? document
  }

  // MARK: - Pages

  /// Links to the other pages (RFC 8288).
  func links(of total: Int, at address: String) -> String {
    let last = total == 0 ? 0 : (total - 1) / limit * limit
    var pages = [("first", 0), ("last", last)]
    if offset + limit < total { pages.insert(("next", offset + limit), at: 0) }
    if offset > 0 { pages.append(("prev", max(0, offset - limit))) }
    return pages.map { name, offset in
      "<\(address)?\(query(from: offset))>; rel=\"\(name)\""
    }.joined(separator: ", ")
  }

  private func query(from offset: Int) -> String {
    let items =
      others + [ServerRequest.Item("limit", "\(limit)"), ServerRequest.Item("offset", "\(offset)")]
    return items.map { "\($0.name.escapedInQuery)=\($0.value.escapedInQuery)" }
      .joined(separator: "&")
  }
}

extension CASEObject {
  /// The texts at a member, or at a member of it: `licenseURI.title`.
  func values(at path: String) -> [String] {
    let names = path.split(separator: ".").map(String.init)
    guard let first = names.first, let json = self[first],
      let value = try? JSONSerialization.jsonObject(
        with: Data(json.utf8), options: .fragmentsAllowed)
    else { return [] }
    return Self.texts(in: value, at: names.dropFirst())
  }

  private static func texts(in value: Any, at path: ArraySlice<String>) -> [String] {
    if let list = value as? [Any] { return list.flatMap { texts(in: $0, at: path) } }
    if let object = value as? [String: Any] {
      guard let name = path.first, let member = object[name] else { return [] }
      return texts(in: member, at: path.dropFirst())
    }
    guard path.isEmpty else { return [] }
    return [value as? String ?? "\(value)"]
  }
}

extension String {
  /// The text as it may stand in a query.
  fileprivate var escapedInQuery: String {
    addingPercentEncoding(withAllowedCharacters: Self.plain) ?? ""
  }

  private static let plain = CharacterSet(
    charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")
}
