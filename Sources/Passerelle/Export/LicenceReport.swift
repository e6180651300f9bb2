internal import Foundation
package import PasserelleModel
package import PasserelleStore

/// The licences that the sources of an export name, and whether they may be mixed.
///
/// It knows what some licences say of derived works: that they keep the same licence (share alike), or
/// that there are none. Of a text that it does not know it claims nothing.
package struct LicenceReport: Sendable {
  /// A licence as sources name it, and what rests on it.
  package struct Terms: Hashable, Sendable {
    package var licence: String
    package var publications: [String]
  }

  package private(set) var terms: [Terms] = []

  package init(of publications: [FrameworkName], in graph: StoredGraph) throws {
    var found: [String: Set<String>] = [:]
    for name in publications {
      for licence in try graph.licences(of: name) {
        found[licence, default: []].insert(name.description)
      }
    }
    terms = found.sorted { $0.key < $1.key }.map {
      Terms(licence: $0.key, publications: $0.value.sorted())
    }
  }

  /// The licences with how many publications name each.
  package var lines: [String] {
    terms.map { term in
      let count = term.publications.count
      return "\(term.licence) (\(count == 1 ? term.publications[0] : "\(count) publications"))"
    }
  }

  /// Two licences that may not stand together in one derived work; nothing where none is known to
  /// forbid it.
  package var conflict: [Terms]? {
    let strict = terms.filter { Self.asksForItself($0.licence) }
    guard let first = strict.first else { return nil }
    if let other = strict.first(where: { Self.family($0.licence) != Self.family(first.licence) }) {
      return [first, other]
    }
    // Share alike beside a licence that forbids derived works or trade.
    guard let other = terms.first(where: { Self.forbids($0.licence) }) else { return nil }
    return Self.family(other.licence) == Self.family(first.licence) ? nil : [first, other]
  }

  /// Whether a derived work must be under the same licence.
  private static func asksForItself(_ licence: String) -> Bool {
    let text = licence.uppercased()
    return text.contains("-SA") || text.contains(" SA ") || text.hasSuffix(" SA")
      || text.contains("ODBL") || text.contains("GPL")
  }

  /// Whether a licence allows no derived work, or no trade with it.
  private static func forbids(_ licence: String) -> Bool {
    let text = licence.uppercased().replacing(" ", with: "-")
    return text.contains("-ND") || text.contains("-NC")
  }

  /// What a licence is called, without its version and its marks.
  private static func family(_ licence: String) -> String {
    licence.uppercased().filter { $0.isLetter }
  }
}

/// Why sources are not mixed.
package struct LicenceConflict: Error, CustomStringConvertible {
  package var terms: [LicenceReport.Terms]

  package init(terms: [LicenceReport.Terms]) {
    self.terms = terms
  }

  package var description: String {
    let named = terms.map {
      "'\($0.licence)' (\($0.publications.prefix(3).joined(separator: ", ")))"
    }
    return
      "\(named.joined(separator: " and ")) may not be mixed in one work; export them apart"
  }
}
