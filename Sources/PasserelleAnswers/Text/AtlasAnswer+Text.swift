internal import PasserelleGraph

extension AtlasAnswer {
  /// The answer for people, line by line: how many others each framework is linked to; the matrix too,
  /// where it fits.
  public func lines(by pen: Pen) -> [String] {
    let say = pen.say
    return [
      pen.ink.bold(say(.atlasTitle)),
      say(.atlasHead, facts(in: say)), "",
    ] + legend(say) + [""] + summary(say) + matrix(within: pen.ink.width ?? 80)
  }

  /// What the head of the answer says; two frameworks are one pair, in whichever order.
  func facts(in say: Language) -> [String: String] {
    [
      "frameworks": "\(frameworks.count)",
      "pairs": "\(frameworks.count * (frameworks.count - 1) / 2)", "day": say.date(asOf),
      "hash": "\(contentHash.prefix(12))",
    ]
  }

  private func legend(_ say: Language) -> [String] {
    Reach.allCases.map { "  \($0.mark)  \(say($0))" }
      + ["  \(Reach.oldMark)  \(say(.atlasOld))", "", say(.atlasRead)]
  }

  private func summary(_ say: Language) -> [String] {
    let head = [say(.atlasFramework)] + Reach.allCases.map(\.mark)
    let rows = frameworks.enumerated().map { index, row in
      [numbered(index)] + Reach.allCases.map { "\(row.counts[$0.rawValue, default: 0])" }
    }
    return Self.aligned([head] + rows)
  }

  private func numbered(_ index: Int) -> String { "\(index + 1) \(frameworks[index].id)" }

  /// The rows and columns by number; no lines if that is wider than the paper.
  private func matrix(within width: Int) -> [String] {
    let numbers = frameworks.indices.map { "\($0 + 1)" }
    let names = frameworks.indices.map(numbered)
    let others = max(1, frameworks.count - 1)
    let rows = frameworks.indices.map { row in
      var marks = cells[(row * others)..<((row + 1) * others)].map(\.mark)
      marks.insert("", at: row)
      return [names[row]] + marks
    }
    let lines = Self.aligned([[""] + numbers] + rows)
    return lines.allSatisfy { $0.count <= width } ? [""] + lines : []
  }

  /// The first column to the left, all others to the right.
  private static func aligned(_ rows: [[String]]) -> [String] {
    let columns = rows.first?.indices ?? 0..<0
    let widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { index, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return index == 0 ? cell.0 + space : "  " + space + cell.0
      }.joined().trimmedEnd
    }
  }
}

extension AtlasAnswer.Cell {
  /// The mark of the cell, in any language and without colour.
  var mark: String { kind.mark + (old ? Reach.oldMark : "") }
}

extension Reach {
  /// What stands for it in a matrix.
  var mark: String {
    switch self {
    case .direct: "#"
    case .chained: "+"
    case .unsettled: "?"
    case .indication: "~"
    case .wholes: "o"
    case .stale: "x"
    case .none: "."
    }
  }

  static let oldMark = "!"
}
