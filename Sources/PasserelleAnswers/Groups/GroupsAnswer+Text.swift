internal import PasserelleModel

extension GroupsAnswer {
  /// The answer for people, line by line.
  public func lines(by pen: Pen) -> [String] {
    let say = pen.say
    let width = pen.ink.width ?? 80
    func folded(_ line: String) -> [String] {
      FoldedLine(line, to: width).text.split(separator: "\n").map(String.init)
    }
    let heading = say(.answerAsOf, ["subject": say(.groupsTitle), "day": say.date(asOf)])
    var lines = folded(pen.ink.bold(heading)) + [""] + facts(in: say).flatMap(folded)
    if !all.isEmpty {
      let names = all.map { say($0.thing) }
      lines += [""] + rows(zip(names, all).map { ($0, $1, cases ?? 0) }, indent: "  ", by: say)
    }
    for column in by {
      lines += [""] + folded(pen.ink.bold(say(.groupsBy, ["column": column.column]).printable))
      for (index, thing) in KnownThing.allCases.enumerated() {
        lines += folded("  \(say(thing))")
        lines += rows(
          column.groups.map { ($0.name(in: say), $0.shares[index], $0.cases) }, indent: "    ",
          by: say)
      }
    }
    let meanings = KnownThing.allCases.map { "  - \(say($0)): \(say($0.meaning))" }
    return lines + ["", say(.groupsMeanings)] + meanings.flatMap(folded) + [""]
      + pen.remarks(caveats).flatMap(folded)
  }

  /// How many cases were counted, and how many were not.
  func facts(in say: Language) -> [String] {
    [
      cases.map { say(.casesCount, ["count": "\($0)"]) },
      failed > 0 ? say(.groupsFailed, ["count": "\(failed)"]) : nil,
    ].compactMap { $0 }
  }

  /// Names and their shares in two columns; a name that is too long has a line of its own.
  private func rows(
    _ rows: [(name: String, share: Share, cases: Int)], indent: String, by say: Language
  ) -> [String] {
    let column = min(32, rows.map(\.name.count).max() ?? 0) + 2
    return rows.flatMap { row -> [String] in
      let name = row.name.printable
      let share = row.share.words(of: row.cases, in: say)
      return name.count + 2 > column
        ? ["\(indent)\(name)", indent + String(repeating: " ", count: column) + share]
        : ["\(indent)\(name.padded(to: column))\(share)"]
    }
  }

  /// The rows under their columns.
  ///
  /// - Parameter language: The language of groups without a name.
  /// - Returns: A row for each thing in each group, first of all cases.
  public func table(in language: Language) -> Table {
    func rows(_ column: String, _ group: String, _ cases: Int, _ shares: [Share]) -> [[String]] {
      shares.map { share in
        [
          column, group, share.thing.rawValue, share.count.map(String.init) ?? "", "\(cases)",
          share.percent.map(String.init) ?? "", share.hidden ? "hidden" : "",
        ]
      }
    }
    return Table(
      columns: ["by", "group", "thing", "count", "of cases", "percent", "note"],
      rows: rows("", language(.groupsAll), cases ?? 0, all)
        + by.flatMap { column in
          column.groups.flatMap {
            rows(column.column, $0.name(in: language), $0.cases, $0.shares)
          }
        })
  }
}

extension GroupsAnswer.Group {
  /// What the group is called.
  func name(in say: Language) -> String {
    switch standing {
    case .named: name ?? ""
    case .notStated: say(.groupsNotStated)
    case .rest: say(.groupsRest)
    }
  }
}

extension GroupsAnswer.Share {
  /// The share with its count: `12 of 40 (30%)`.
  func words(of cases: Int, in say: Language) -> String {
    guard let count, let percent else { return say(.groupsHidden) }
    return say(
      .groupsShare, ["count": "\(count)", "cases": "\(cases)", "percent": "\(percent)"])
  }
}

extension KnownThing {
  /// What is counted, in a sentence.
  var meaning: AnswerKey {
    switch self {
    case .referenceLevel: .groupsMeaningLevel
    case .indication: .groupsMeaningIndication
    case .agreement: .groupsMeaningAgreement
    case .priorLearning: .groupsMeaningPriorLearning
    case .nothing: .groupsMeaningNothing
    }
  }
}
