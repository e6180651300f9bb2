internal import PasserelleModel

/// Marks what speaks of a trial as one, before everything else that it says.
///
/// Every form of an answer passes here once it is written, and its words are looked through for names of
/// trials: so no answer has to think of it, and none can forget.
package struct TrialMark {
  private let say: Language

  package init(_ say: Language) { self.say = say }

  /// What is said of trials; `nil` if there are none.
  package func words(for names: [String]) -> String? {
    names.isEmpty ? nil : say(.trialHeadline, ["names": names.joined(separator: say.separator)])
  }

  /// A text, with the mark as its first line if it speaks of a trial.
  func text(_ text: String, in ink: Ink) -> String {
    words(for: Trial.names(in: text)).map { "\(ink.bold($0))\n\n\(text)" } ?? text
  }

  /// A page, with the mark at its top and on each sheet of paper if it speaks of a trial.
  package func page(_ page: String) -> String {
    let names = Trial.names(in: page)
    guard let mark = paragraph(for: names) else { return page }
    // On paper the margin of each sheet repeats it, where it covers nothing.
    let plain = say(.trialHeadline, ["names": names.joined(separator: say.separator)])
      .filter { $0 != "\"" && $0 != "\\" }
    let style = Self.style + "@page{@top-center{content:\"\(plain)\";\(Self.margin)}}\n"
    return page.replacing("</style>", with: style + "</style>", maxReplacements: 1)
      .replacing("<body>", with: "<body>\n" + mark, maxReplacements: 1)
  }

  /// A page of a site, whose style is a file of its own, with the mark at its top if it speaks of a trial.
  package func pageOfSite(_ page: String) -> String {
    paragraph(for: Trial.names(in: page)).map { mark in
      page.replacing(
        "<main id=\"content\">", with: "<main id=\"content\">\n\(mark)", maxReplacements: 1)
    } ?? page
  }

  /// A part of a page, with the mark at its top if it speaks of a trial.
  package func part(_ html: String) -> String {
    paragraph(for: Trial.names(in: html)).map { "\($0)\n\(html)" } ?? html
  }

  private func paragraph(for names: [String]) -> String? {
    TrialMark(say.writing(.page)).words(for: names).map {
      "<p class=\"trial\" role=\"note\">\($0.html)</p>"
    }
  }

  /// The style of the mark.
  package static let style = """

    .trial{position:sticky;top:0;margin:0 0 4mm;padding:2mm 3mm;border:2px dashed #a33b00;background:#fff;
    color:#a33b00;font-weight:700}@media print{.trial{position:static}}

    """

  private static let margin = "font:700 8.5pt sans-serif;color:#a33b00"
}
