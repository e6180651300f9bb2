internal import PasserelleAnswers
internal import PasserelleModel

/// A request for a page, with what all pages understand: the language, the day, the purpose.
struct PageRequest: Sendable {
  typealias Item = ServerRequest.Item

  let request: ServerRequest
  let route: PageRoute
  /// The items of the query, or of the form that was sent.
  let items: [Item]
  /// The words of the page.
  let say: Language
  /// The day as of which the page holds; today if `nil`.
  let day: Day?
  let purpose: Purpose?
  /// Where the site is reached.
  let base: String

  /// Reads a request.
  ///
  /// - Throws: `Problem` if the language, the day or the purpose is none, or a form cannot be read.
  init(
    _ request: ServerRequest, at route: PageRoute, in library: LibraryState
  ) throws(Problem) {
    self.request = request
    self.route = route
    items = request.method == "POST" ? try request.form() : request.query
    let terms = try Terms(
      items, in: library,
      preferring: request.preferredLanguage(of: library.languages.names))
    say = terms.language.onSite
    day = terms.day
    purpose = terms.purpose
    base = library.baseURL
  }

  /// A value without space around it; `nil` if it is empty.
  subscript(name: String) -> String? {
    let value = items.first { $0.name == name }?.value.trimmedField ?? ""
    return value.isEmpty ? nil : value
  }

  /// All values of an item that are not empty, without space around them.
  func all(_ name: String) -> [String] {
    items.filter { $0.name == name }.map(\.value.trimmedField).filter { !$0.isEmpty }
  }

  /// Whether the page is to be read on paper.
  var isPrint: Bool { request["view"] == "print" }

  // MARK: - Addresses

  /// What every link of the page hands on.
  private var kept: [Item] {
    items.filter { ["lang", "asOf"].contains($0.name) && !$0.value.isEmpty }
  }

  /// What a permanent link has, and a link that leads on has not.
  static let ofLink: Set<String> = ["graph", "parts", "view"]

  /// The address of a page, with what every link hands on.
  func address(_ route: PageRoute, _ items: [Item] = []) -> String {
    address(
      route.path, items + kept.filter { item in !items.contains { $0.name == item.name } })
  }

  /// The address of this page, with some items of its query replaced.
  func address(with items: [Item], without dropped: Set<String> = []) -> String {
    let names = Set(items.map(\.name)).union(dropped)
    return address(route.path, request.query.filter { !names.contains($0.name) } + items)
  }

  /// The address of this page with one thing named in place of another.
  func address(naming name: String, for old: String) -> String {
    let items = request.query.map { $0.value.trimmedField == old ? Item($0.name, name) : $0 }
    return address(route.path, items.filter { !Self.ofLink.contains($0.name) })
  }

  /// An address on this site, which may be below another.
  func address(_ path: String, _ items: [Item] = []) -> String {
    let query = items.map {
      "\(PercentEncoding.encode($0.name))=\(PercentEncoding.encode($0.value))"
    }.joined(separator: "&")
    return root + path + (query.isEmpty ? "" : "?\(query)")
  }

  /// The path of the site itself; empty if it is at the root of its host.
  private var root: String {
    guard let host = base.firstRange(of: "://")?.upperBound,
      let slash = base[host...].firstIndex(of: "/")
    else { return "" }
    return String(base[slash...])
  }

  /// An address with the name of the host.
  func absolute(_ address: String) -> String { String(base.dropLast(root.count)) + address }
}

extension StringProtocol {
  /// The text without white space around it.
  var trimmedField: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
