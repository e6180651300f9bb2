internal import PasserelleAnswers
internal import PasserelleModel

/// Pages for people: rendered on the server, without a script, in all languages of the answers.
///
/// A page asks a desk what every other door asks, and shows the same sheet that the command line writes
/// to a file; here it stands in the frame of a site.
public struct PagesDoor: Door {
  /// Where the site is reached, without a final slash, for links that are to last; empty if unknown.
  private let base: String
  private let countries = CountryLists()

  /// Opens the door.
  ///
  /// - Parameter base: Where the site is reached: `https://example.org/passerelle`.
  public init(at base: String = "") {
    self.base = base.hasSuffix("/") ? String(base.dropLast()) : base
  }

  /// Answers a request for a page.
  public func answer(
    _ request: ServerRequest, from library: LibraryState
  ) throws -> ServerResponse? {
    if let style = StyleSheet(at: request.path) { return style.response }
    guard let route = PageRoute(request.path) else { return nil }
    let isForm = request.method == "POST" && route == .statement
    guard request.method == "GET" || request.method == "HEAD" || isForm else {
      return ServerResponse(
        status: 405, headers: ["Allow": isForm ? "GET, HEAD, POST" : "GET, HEAD"])
    }
    guard let page = PageRequest(request, at: route, base: base, in: library.languages) else {
      return ServerResponse(
        status: 500, "no language is installed\n", as: "text/plain; charset=utf-8")
    }
    return try PageMaker(page: page, library: library, countries: countries).response()
  }
}

/// The pages that there are.
enum PageRoute: Hashable {
  case home
  /// Where the form of the first page leads: it finds the page that answers.
  case ask
  case search, compare, equivalents, corridor, frameworks, atlas, statement
  /// Everything about one thing, by its name.
  case show(String)

  init?(_ path: [String]) {
    switch path {
    case [], [""]: self = .home
    case ["ask"]: self = .ask
    case ["search"]: self = .search
    case ["compare"]: self = .compare
    case ["equivalents"]: self = .equivalents
    case ["corridor"]: self = .corridor
    case ["frameworks"]: self = .frameworks
    case ["atlas"]: self = .atlas
    case ["statement"]: self = .statement
    case _ where path.count == 2 && path[0] == "show" && !path[1].isEmpty: self = .show(path[1])
    default: return nil
    }
  }

  /// The path of the page, encoded.
  var path: String {
    switch self {
    case .home: "/"
    case .ask: "/ask"
    case .search: "/search"
    case .compare: "/compare"
    case .equivalents: "/equivalents"
    case .corridor: "/corridor"
    case .frameworks: "/frameworks"
    case .atlas: "/atlas"
    case .statement: "/statement"
    case .show(let name): "/show/\(name.percentEncoded)"
    }
  }
}
