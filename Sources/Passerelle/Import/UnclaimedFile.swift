internal import PasserelleModel

/// A file that no adapter knows, and why.
///
/// The host has no parser of its own. An adapter that is for such files is asked to read it instead, and
/// nothing is taken of what it states: if the text is broken, any of them stumbles over it.
struct UnclaimedFile {
  private let source: Source
  private let adapters: [HostedAdapter]

  init(_ source: Source, among adapters: [HostedAdapter]) {
    self.source = source
    self.adapters = adapters
  }

  /// What the person is told.
  var problem: Diagnostic {
    if isEmpty { return .error(.empty, at: source.main.position, "the file is empty") }
    return mistake ?? unknown
  }

  /// What is wrong with the file for any adapter; nothing where it is sound, and only unknown.
  var mistake: Diagnostic? {
    if let format = FileFormat(of: source.main) { return format.problem(at: source.main.position) }
    return adapters.reading(source.main.name).lazy.compactMap(brokenText).first ?? binary
  }

  private var isEmpty: Bool { (try? source.main.head(1))?.isEmpty == true }

  /// What keeps an adapter from reading the text, whatever it says.
  private func brokenText(for adapter: HostedAdapter) -> Diagnostic? {
    var found: Diagnostic?
    adapter.read(
      source, emit: { _, _ in false },
      report: { problem in
        if found == nil, Diagnostic.ID.ofText.contains(problem.id) { found = problem }
      })
    return found
  }

  /// Tells of a file that is not text; that of UTF-16 has zeros as well, but a mark before them.
  private var binary: Diagnostic? {
    guard let head = try? source.main.head(1 << 10), head.contains(0),
      !head.starts(with: [0xFF, 0xFE]), !head.starts(with: [0xFE, 0xFF])
    else { return nil }
    return .error(
      .unreadFormat, at: source.main.position,
      "this is not a text file, and its format is not known",
      hint: "save its tables as CSV (UTF-8)")
  }

  private var unknown: Diagnostic {
    let readers = adapters.reading(source.main.name)
    return .error(
      .noAdapter, at: source.main.position, "no adapter reads this file",
      hint: readers.isEmpty
        ? hintOfEndings
        : "\(readers.names) read files of this name, and none knows this one; '--adapter NAME' says "
          + "what it misses")
  }

  private var hintOfEndings: String {
    guard !adapters.isEmpty else {
      return
        "no adapter was found: 'passerelle adapters --verbose' shows where adapters are searched for"
    }
    let patterns = Set(adapters.flatMap { $0.manifest.dialects.flatMap(\.filePatterns) })
    return
      "adapters read \(patterns.sorted().joined(separator: ", ")); '--adapter NAME' chooses one "
      + "for any other name"
  }
}
