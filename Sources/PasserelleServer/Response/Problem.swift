internal import PasserelleAnswers
internal import PasserelleModel
internal import PasserelleStore

/// Why a request is not answered: what RFC 9457 calls a problem.
public struct Problem: Error, Hashable, Sendable {
  /// The status: 404.
  public var status: Int
  /// A name for this kind of problem, which stays the same: `unknown-name`.
  public var code: String
  /// What is wrong, in English.
  public var detail: String
  /// What to do about it, in English.
  public var hint: String?
  /// Names that may have been meant.
  public var near: [String] = []
  /// The item of the query or form that is wrong.
  public var item: String?
  /// Header fields that belong to the status, such as `Allow`.
  public var headers: [String: String] = [:]

  /// A problem of its parts, each as its property says.
  public init(_ status: Int, _ code: String, _ detail: String, hint: String? = nil) {
    (self.status, self.code, self.detail, self.hint) = (status, code, detail, hint)
  }

  /// The problem that an error of a desk is for the one who asked; what others say is no business of
  /// theirs.
  public init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let unknown as UnknownName:
      self.init(
        404, "unknown-name", unknown.description,
        hint: unknown.near.isEmpty
          ? "'/v1/search' finds titles, '/v1/frameworks' lists frameworks" : nil)
      near = unknown.near
    case let country as UncoveredCountry:
      self.init(
        404, "uncovered-country", country.description,
        hint: "'/v1/frameworks' lists what there is")
    case let question as QuestionError:
      self.init(422, "unanswerable", question.description)
    case StoreError.outOfTime:
      self.init(
        422, "too-much-work", "the question takes longer than a server gives to one",
        hint: "ask for less, or ask the command line")
    case is StoreError:
      self.init(503, "no-library", "the library cannot be read at the moment")
      headers["Retry-After"] = "5"
    default: self.init(500, "internal", "the question could not be answered")
    }
  }
}

extension Problem {
  /// Nothing is served at a path.
  public static let notFound = Problem(
    404, "not-found", "nothing is served here", hint: "'/v1/openapi.json' lists what is")

  /// What is sent cannot be read.
  public static func malformed(_ why: String) -> Problem { Problem(400, "malformed-request", why) }

  /// A part of the request is longer than it may be.
  public static func tooLong(_ part: String, _ status: Int) -> Problem {
    Problem(status, "too-long", "the \(part) is too long")
  }

  /// An item of a query or a form does not do.
  public static func badItem(_ item: String, _ why: String, hint: String? = nil) -> Problem {
    var problem = Problem(400, "bad-parameter", why, hint: hint)
    problem.item = item
    return problem
  }

  /// An item is missing from a query or a form.
  public static func missingItem(_ item: String) -> Problem {
    badItem(item, "'\(item)' is missing")
  }

  /// The client takes none of the forms that there are.
  public static func notAcceptable(_ offers: [String]) -> Problem {
    Problem(
      406, "not-acceptable", "there is no form of the answer that 'Accept' allows",
      hint: "there are: \(offers.joined(separator: ", "))")
  }

  /// More is asked at once than can be answered.
  public static var busy: Problem {
    var problem = Problem(503, "busy", "more is asked at the moment than can be answered")
    problem.headers["Retry-After"] = "1"
    return problem
  }

  /// The form in which clients of JSON are told.
  public static let mediaType = "application/problem+json"
}

extension Problem: Encodable {
  private enum CodingKeys: String, CodingKey {
    case title, status, code, detail, hint, near, parameter
  }

  /// Writes the members that RFC 9457 names, and those of our own.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(ReasonPhrase.of(status), forKey: .title)
    try container.encode(status, forKey: .status)
    try container.encode(code, forKey: .code)
    try container.encode(detail.printable, forKey: .detail)
    try container.encodeIfPresent(hint?.printable, forKey: .hint)
    if !near.isEmpty { try container.encode(near, forKey: .near) }
    try container.encodeIfPresent(item, forKey: .parameter)
  }

  /// The problem as a response: JSON, or a line of text for those who do not take it.
  func response(to request: ServerRequest?) -> ServerResponse {
    let types = [Self.mediaType, "application/json", "text/plain"]
    let isText = request.map { $0.preferred(of: types) == "text/plain" } ?? false
    let line = "\(detail)\(hint.map { "; \($0)" } ?? "")".printable + "\n"
    var response =
      if !isText, let json = try? JSONText.encode(self) {
        ServerResponse(status: status, json + "\n", as: Self.mediaType)
      } else {
        ServerResponse(status: status, line, as: "text/plain; charset=utf-8")
      }
    response.headers.merge(headers) { $1 }
    return response
  }
}
