internal import PasserelleAnswers
internal import PasserelleModel
internal import Synchronization

/// The countries to choose from, by their names in each language: the same for all readers of one state
/// of the library.
final class CountryLists: Sendable {
  typealias Names = [(code: CountryCode, name: String)]

  private struct Known {
    var hash = ""
    var names: [String: Names] = [:]
  }

  private let known = Mutex(Known())

  /// The names in a language, in its order.
  func names(in library: LibraryState, _ say: Language) throws -> Names {
    let found = known.withLock { $0.hash == library.hash ? $0.names[say.name] : nil }
    if let found { return found }
    let names = say.countryNames(try library.desk().countries())
    known.withLock { known in
      if known.hash != library.hash { known = Known(hash: library.hash) }
      known.names[say.name] = names
    }
    return names
  }
}
