import PasserelleKit

/// Who publishes a framework or alignment map, when, and under which licence.
struct Publisher {
  private(set) var name: String?
  private(set) var page: String?
  private(set) var validity = Validity()
  private(set) var licence: String?
  private var date: CalendarDate?
  private var url: String?
  /// The properties whose values say something else than what is read of them.
  private(set) var unread: Set<String> = []

  private static let people = ["ceasn:publisher", "ceasn:creator", "ceterms:ownedBy"]
  private static let starts = [
    "ceasn:dateValidFrom", "ceterms:dateEffective", "ceasn:dateEffective",
  ]
  private static let ends = ["ceasn:dateValidUntil", "ceterms:expirationDate"]
  private static let dates = ["ceasn:dateModified", "ceterms:dateModified", "ceterms:date"]
  private static let licences = ["ceasn:license", "ceasn:rights"]
  private static let pages = [
    "ceterms:source", "ceasn:source", "ceterms:subjectWebpage", "ceasn:sourceDocumentation",
  ]

  /// What is read of a framework, where it has but one value.
  static let read = Set(["ceasn:publisherName"] + people + starts + ends + dates + licences + pages)

  init(of node: Node, in graph: Graph) {
    var used: Set<String> = []
    func first<Value>(_ terms: [String], _ read: (SourceNode) -> Value?) -> Value? {
      for term in terms {
        guard let value = node[term].first, let result = read(value) else { continue }
        if node[term].count == 1 { used.insert(term) }
        return result
      }
      return nil
    }
    let organisation = first(Self.people) { graph.node(of: $0, in: node) }
    name =
      first(["ceasn:publisherName"]) { node.text(of: $0) }
      ?? organisation?.title().text.preferred
    page = organisation?.text("ceterms:subjectWebpage").flatMap { $0.hasPrefix("http") ? $0 : nil }
    let day = { (value: SourceNode) in node.literal(value).flatMap { CalendarDate(register: $0) } }
    let span = Validity(from: first(Self.starts, day), to: first(Self.ends, day))
    if span.isReversed {
      used.subtract(Self.starts + Self.ends)
    } else {
      validity = span
    }
    date = first(Self.dates, day)
    licence = first(Self.licences) { node.text(of: $0) }
    url = first(Self.pages) { value in
      node.address(value).flatMap { $0.hasPrefix("http") ? $0 : nil }
    }
    unread = Self.read.subtracting(used)
  }

  /// The framework or map itself, as the evidence of what it says.
  func document(key: String, title: String) -> Document {
    var document = Document(key: key, title: title)
    document.publisher = name
    document.date = date
    document.url = url
    document.licence = licence
    return document
  }
}
