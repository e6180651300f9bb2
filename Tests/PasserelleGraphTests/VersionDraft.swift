import PasserelleGraph
import PasserelleModel

/// A version of a framework, a line a fact.
struct VersionDraft {
  private let name: FrameworkName?
  private var concepts: [Concept] = []
  private var links: [Link] = []

  init(_ name: String, codes: [String] = ["1", "2", "3"]) {
    self.name = FrameworkName(name)
    concepts = codes.compactMap { code in
      Identifier("\(name):\(code)").map {
        Concept(id: $0, kind: .level, title: .english("Level \(code)"))
      }
    }
  }

  /// Gives a concept a title: another one, or one more in another language.
  mutating func title(_ code: String, _ text: String, in language: String = "en") {
    guard let tag = LanguageTag(language),
      let index = concepts.firstIndex(where: { $0.id.code?.description == code })
    else { return }
    concepts[index].title.entries.removeAll { $0.language == tag }
    concepts[index].title.entries.append(LocalizedText.Entry(tag, text))
  }

  mutating func link(_ from: String, _ relation: Relation, _ to: String) {
    guard let from = Identifier(from), let to = Identifier(to) else { return }
    links.append(Link(from: from, relation, to: to))
  }

  var version: FrameworkVersion {
    var version = FrameworkVersion()
    if let name {
      version.add(
        .framework(
          Framework(
            name: name, kind: .qualificationsFramework, title: .english(name.description))))
    }
    for concept in concepts { version.add(.concept(concept)) }
    for link in links { version.add(.link(link)) }
    return version
  }
}
