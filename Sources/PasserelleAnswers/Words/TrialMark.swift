internal import PasserelleModel

/// Marks what speaks of a trial as one, before everything else that it says.
///
/// Every form of an answer passes here once it is written, and its words are looked through for names of
/// trials: so no answer has to think of it, and none can forget.
struct TrialMark {
  private let say: Language

  init(_ say: Language) { self.say = say }

  /// What is said of trials; `nil` if there are none.
  func words(for names: [String]) -> String? {
    names.isEmpty ? nil : say(.trialHeadline, ["names": names.joined(separator: ", ")])
  }

  /// A text, with the mark as its first line if it speaks of a trial.
  func text(_ text: String, in ink: Ink) -> String {
    words(for: Trial.names(in: text)).map { "\(ink.bold($0))\n\n\(text)" } ?? text
  }

  /// A page, with the mark at its top and on each sheet of paper if it speaks of a trial.
  func page(_ page: String) -> String {
    guard let words = words(for: Trial.names(in: page)) else { return page }
    let mark = "<p class=\"trial\" role=\"note\">\(words.markupEscaped)</p>"
    return page.replacing("</style>", with: Self.style + "</style>", maxReplacements: 1)
      .replacing("<body>", with: "<body>\n" + mark, maxReplacements: 1)
  }

  private static let style = """

    .trial{position:sticky;top:0;margin:0 0 4mm;padding:2mm 3mm;border:2px dashed #a33b00;background:#fff;
    color:#a33b00;font-weight:700}@media print{.trial{position:fixed;top:0;inset-inline:0}body{padding-top:16mm}}

    """
}
