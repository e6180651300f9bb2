internal import PasserelleAnswers
internal import PasserelleModel

/// Pages for people: rendered on the server, without a script, in all languages of the answers.
///
/// A page asks a desk what every other door asks, and shows the same sheet that the command line writes
/// to a file; here it stands in the frame of a site.
public struct PagesDoor: Door {
  /// A word for logs and metrics.
  public let name = "pages"
  private let countries = CountryLists()

  /// Opens the door.
  public init() {}

  /// The methods that are served at a path.
  public func methods(at path: [String]) -> [String] {
    if StyleSheet(at: path) != nil { return ["GET"] }
    return PageRoute(path).map { $0 == .statement ? ["GET", "POST"] : ["GET"] } ?? []
  }

  /// Answers a request for a page.
  public func answer(
    _ request: ServerRequest, from library: LibraryState
  ) throws -> ServerResponse {
    if let style = StyleSheet(at: request.path) { return style.response }
    guard let route = PageRoute(request.path) else { throw Problem.notFound }
    return try PageMaker(
      page: PageRequest(request, at: route, in: library), library: library, countries: countries
    ).response()
  }

  /// Tells people of a problem in a page; clients that want something else are told in the usual form.
  public func response(
    to problem: Problem, of request: ServerRequest, in languages: Languages
  ) -> ServerResponse? {
    // Where nothing is served, a program is told as programs are, unless it asks for a page.
    let isOurs = !methods(at: request.path).isEmpty
    let types = ["text/html", Problem.mediaType]
    guard request.preferred(of: isOurs ? types : types.reversed()) == "text/html" else {
      return nil
    }
    let wanted = request["lang"].flatMap { languages[$0] == nil ? nil : $0 }
    let name = wanted ?? request.preferredLanguage(of: languages.names) ?? "en"
    return languages[name].map { ProblemPage(problem: problem, say: $0.onSite).response }
  }
}

/// The pages that there are.
enum PageRoute: Hashable {
  case home
  /// Where the form of the first page leads: it finds the page that answers.
  case ask
  case search, compare, equivalents, explain, gap, corridor, frameworks, diff, atlas, statement
  case contradictions, statistics
  /// Everything about one thing, by its name.
  case show(String)

  private static let named: [String: PageRoute] = [
    "": .home, "ask": .ask, "search": .search, "compare": .compare, "equivalents": .equivalents,
    "explain": .explain, "gap": .gap, "diff": .diff, "contradictions": .contradictions,
    "statistics": .statistics,
    "corridor": .corridor, "frameworks": .frameworks, "atlas": .atlas, "statement": .statement,
  ]

  init?(_ path: [String]) {
    switch path.count {
    case 0: self = .home
    case 2 where path[0] == "show" && !path[1].isEmpty: self = .show(path[1])
    case 1:
      guard let route = Self.named[path[0]] else { return nil }
      self = route
    default: return nil
    }
  }

  /// The path of the page, encoded.
  var path: String {
    switch self {
    case .home: "/"
    case .show(let name): "/show/\(PercentEncoding.encode(name))"
    case .ask: "/ask"
    case .search: "/search"
    case .compare: "/compare"
    case .equivalents: "/equivalents"
    case .explain: "/explain"
    case .gap: "/gap"
    case .diff: "/diff"
    case .contradictions: "/contradictions"
    case .statistics: "/statistics"
    case .corridor: "/corridor"
    case .frameworks: "/frameworks"
    case .atlas: "/atlas"
    case .statement: "/statement"
    }
  }
}
