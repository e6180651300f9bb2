internal import ArgumentParser
internal import Foundation
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleAnswers
internal import PasserelleModel
internal import PasserelleStore

/// What a framework that is begun must be asked, and which answers do.
struct FrameworkQuestions {
  /// The reference frameworks of the library, with the codes of their levels.
  private let references: [(framework: Framework, codes: [String])]
  private let known: Set<FrameworkName>

  init(_ graph: StoredGraph) throws {
    let frameworks = try graph.frameworks()
    known = Set(frameworks.map(\.name))
    references = try frameworks.filter { $0.kind == .metaFramework }.map { framework in
      let levels = try graph.concepts(of: framework.name).filter { $0.concept.kind == .level }
      return (framework, levels.compactMap { $0.id.code?.description })
    }
  }

  func country(_ text: String) throws -> CountryCode {
    let code =
      CountryCode(text.uppercased()) ?? CountryNames.code(of: text).flatMap(CountryCode.init)
    guard let code else {
      let near = CountryNames.near(text).map { "'\($0)'" }.joined(separator: ", ")
      throw ValidationError(
        "'\(text.printable)' is not a country; "
          + (near.isEmpty ? CountryCode.hint : "did you mean \(near)?"))
    }
    return code
  }

  func acronym(_ text: String) throws -> String {
    guard !text.isEmpty, text.printable == text else {
      throw ValidationError("'\(text.printable)' is not a name; write its letters, such as NQF")
    }
    return text
  }

  func title(_ text: String) throws -> LocalizedText.Entry {
    let parts = text.split(separator: "=", maxSplits: 1).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard parts.count == 2, let language = LanguageTag(parts[0]), !parts[1].isEmpty else {
      throw ValidationError(
        "'\(text.printable)' is not a title with its language; write it as 'en=National Framework'")
    }
    return LocalizedText.Entry(language, parts[1])
  }

  /// The codes of levels: of a number, those from 1 on.
  func levels(_ text: String) throws -> [Code] {
    let words = text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let number = words.count == 1 ? Int(words[0]) : nil
    let texts = number.map { (1...max(1, min($0, Self.mostLevels))).map(String.init) } ?? words
    let codes = texts.compactMap(Code.init)
    guard !codes.isEmpty, codes.count == texts.count, Set(codes).count == codes.count,
      number.map({ (1...Self.mostLevels).contains($0) }) ?? true
    else {
      throw ValidationError(
        "'\(text.printable)' does not name levels; write how many there are (up to \(Self.mostLevels)), or "
          + "their codes, each once: A,B,1,2")
    }
    return codes
  }

  private static let mostLevels = 50

  func reference(_ text: String) throws -> (name: FrameworkName, codes: [String]) {
    let wanted = text.lowercased()
    let found = references.first { reference in
      ([reference.framework.name.description] + reference.framework.aliases)
        .contains { $0.lowercased() == wanted }
    }
    guard let found else {
      let names = references.map { "'\($0.framework.name)'" }.joined(separator: ", ")
      throw ValidationError("'\(text.printable)' is not a reference framework; there are \(names)")
    }
    return (found.framework.name, found.codes)
  }

  func name(_ text: String) throws -> FrameworkName {
    guard let name = FrameworkName(text), name.version == nil else {
      throw ValidationError(
        "'\(text.printable)' is not \(FrameworkName.expectation); \(FrameworkName.hint)")
    }
    return name
  }

  /// The name that is made of a country and what the framework is called in short: `mt-mqf`.
  func name(of countries: [CountryCode], _ acronym: String?) -> FrameworkName {
    let words = ["\(countries[0])".prefix(2), acronym.map { $0[...] } ?? "nqf"]
    let letters = words.joined(separator: "-").lowercased().map { letter in
      letter.isASCII && (letter.isLetter || letter.isNumber) ? letter : "-"
    }
    let series = String(letters).split(separator: "-").joined(separator: "-")
    return FrameworkName(series: String(series.prefix(64)))
  }

  func format(_ text: String) throws -> DescriptorFormat {
    guard let format = DescriptorFormat(rawValue: text.lowercased()) else {
      throw ValidationError("'\(text.printable)' is not a format; use yaml or xml")
    }
    return format
  }

  func isKnown(_ name: FrameworkName) -> Bool { known.contains(name) }
}
