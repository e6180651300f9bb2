internal import Foundation
internal import Passerelle

/// A filter of documents: `version='1.0' AND lastChangeDateTime>'2016-12-12'`.
struct CASEFilter {
  private enum Predicate: String, CaseIterable {
    // Those of two signs come first: each begins or ends with one of one sign.
    case notEqual = "!="
    case atLeast = ">="
    case atMost = "<="
    case equal = "="
    case more = ">"
    case less = "<"
    case contains = "~"
  }

  private struct Term {
    var field: String
    var predicate: Predicate
    var value: String
  }

  private let first: Term
  /// The other terms, each with whether it must hold besides what is before it, or may instead.
  private let others: [(isAnd: Bool, term: Term)]
  private static let most = 8

  /// Reads a filter.
  ///
  /// - Parameters:
  ///   - text: The filter.
  ///   - fields: The fields that there are.
  /// - Throws: `Problem` if it is malformed, or names a field that does not exist.
  init(_ text: String, of fields: Set<String>) throws(Problem) {
    var rest = text[...]
    first = try Self.term(&rest, of: fields)
    var others: [(isAnd: Bool, term: Term)] = []
    while !rest.isEmpty, others.count < Self.most {
      let isAnd = Self.take(" AND ", from: &rest)
      guard isAnd || Self.take(" OR ", from: &rest) else { break }
      others.append((isAnd, try Self.term(&rest, of: fields)))
    }
    guard rest.isEmpty else { throw Self.malformed }
    self.others = others
  }

  private static let malformed = Problem.invalidSelection(
    "filter", "the filter is malformed; write field='value', and AND or OR between two of these")

  private static func term(
    _ rest: inout Substring, of fields: Set<String>
  ) throws(Problem) -> Term {
    let field = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "." })
    rest = rest.dropFirst(field.count)
    guard !field.isEmpty,
      let predicate = Predicate.allCases.first(where: { take($0.rawValue, from: &rest) }),
      take("'", from: &rest), let end = rest.firstIndex(of: "'")
    else { throw malformed }
    let value = String(rest[..<end])
    rest = rest[rest.index(after: end)...]
    guard fields.contains(String(field.prefix { $0 != "." })) else {
      var problem = Problem(
        400, CASEStatus.invalidFilter, "a document has no field '\(field.prefix(60))'")
      problem.item = "filter"
      throw problem
    }
    return Term(field: field, predicate: predicate, value: value)
  }

  private static func take(_ word: String, from rest: inout Substring) -> Bool {
    guard rest.hasPrefix(word) else { return false }
    rest = rest.dropFirst(word.count)
    return true
  }

  /// Whether a document passes.
  func admits(_ document: CASEObject) -> Bool {
    others.reduce(Self.holds(first, of: document)) { isSo, other in
      let holds = Self.holds(other.term, of: document)
      return other.isAnd ? isSo && holds : isSo || holds
    }
  }

  /// A list is equal to all of its texts with commas between them, and contains what any of them does.
  private static func holds(_ term: Term, of document: CASEObject) -> Bool {
    let values = document.values(at: term.field)
    guard !values.isEmpty else { return term.predicate == .notEqual }
    let order = CASEQuery.order(values.joined(separator: ","), term.value)
    switch term.predicate {
    case .equal: return order == .orderedSame
    case .notEqual: return order != .orderedSame
    case .more: return order == .orderedDescending
    case .less: return order == .orderedAscending
    case .atLeast: return order != .orderedAscending
    case .atMost: return order != .orderedDescending
    case .contains:
      let wanted =
        values.count > 1 ? term.value.split(separator: ",").map(String.init) : [term.value]
      return wanted.contains { part in
        values.contains { $0.range(of: part, options: .caseInsensitive) != nil }
      }
    }
  }
}
