internal import PasserelleModel

/// The wider concepts that rows of a classification name and that are not there, each told once.
struct Orphans {
  private var missing: [(code: String, first: ClassificationList.Entry, count: Int)] = []
  private var indices: [String: Int] = [:]

  mutating func add(_ entry: ClassificationList.Entry, below code: String) {
    if let index = indices[code] {
      missing[index].count += 1
    } else {
      indices[code] = missing.count
      missing.append((code, entry, 1))
    }
  }

  func report(to graph: GraphWriter) {
    for (code, entry, count) in missing {
      let more = count == 1 ? "" : "; \(count) codes belong below it"
      graph.report(
        .error(
          .orphan, at: entry.position,
          "'\(entry.place.code.printable)' belongs below '\(code.printable)', which has no row of its own\(more)",
          hint: entry.orphanHint))
    }
  }
}
