package import PasserelleKit

/// What stands at the end of a triple.
package enum RDFTerm: Hashable {
  /// A thing: its address, or `_:` and the name of a blank node.
  case resource(String)
  case literal(String, language: String)
}

/// Where something stands in its file; line 0 stands for the file as a whole.
package struct Place {
  private let line: Int32
  /// 1 in a syntax of which only the lines are known.
  private let column: Int32

  package init(line: Int, column: Int = 1) {
    (self.line, self.column) = (Int32(clamping: line), Int32(clamping: line > 0 ? column : 0))
  }

  package func position(in part: SourcePart) -> SourcePosition {
    SourcePosition(file: part.name, part: part.index, line: Int(line), column: Int(column))
  }
}

/// All that a file says, by what it says it of.
///
/// It is held as tables of numbers: each address and each property once, and texts one behind the other.
/// What is asked for is made of them anew.
package final class RDFGraph {
  /// What is said of a thing: the next entry of the same is found by its number.
  struct Entry {
    let kind: UInt32
    fileprivate(set) var next: UInt32
    /// The number of an address, or where the text is.
    let value: UInt64
    let place: Place
  }

  /// A property, and the language of its text; `nil` for one that leads to a thing.
  struct Kind: Hashable {
    let name: String
    let language: String?
  }

  private struct Subject {
    let address: UInt32
    let place: Place
    let first: UInt32
    var last: UInt32
  }

  private var subjects: [Subject] = []
  private var entries = Chunks<Entry>()
  private var addresses = Numbered<String>()
  private var kinds = Numbered<Kind>()
  private var texts = TextArchive()
  /// The subject that each address is, by its number.
  private var subjectOf: [UInt32] = []
  package static let none = UInt32.max

  package init() {}

  /// The things that something is said of, in the order of the file.
  package var resources: some RandomAccessCollection<RDFResource> {
    (0..<subjects.count).lazy.map { self.resource($0) }
  }

  package subscript(iri: String) -> RDFResource? {
    guard let number = addresses.number(of: iri), subjectOf[Int(number)] != Self.none else {
      return nil
    }
    return resource(Int(subjectOf[Int(number)]))
  }

  private func resource(_ number: Int) -> RDFResource {
    let subject = subjects[number]
    return RDFResource(
      iri: addresses[subject.address], place: subject.place, first: subject.first, in: self)
  }

  /// The number of an address that the file has.
  package func number(of iri: String) -> UInt32? { addresses.number(of: iri) }

  package func address(_ number: UInt32) -> String { addresses[number] }

  /// Adds what is said of a thing, which starts at a place of its own where the syntax shows it.
  ///
  /// - Returns: how many bytes that takes: an address is held once.
  package func add(
    _ subject: String, _ property: RDFResource.Property, from start: Place? = nil
  ) -> Int {
    var bytes = 0
    let address = number(of: subject, &bytes)
    let (kind, value) =
      switch property.object {
      case .resource(let iri):
        (Kind(name: property.name, language: nil), UInt64(number(of: iri, &bytes)))
      case .literal(let text, let language):
        (Kind(name: property.name, language: language), texts.add(text, &bytes))
      }
    let entry = UInt32(entries.count)
    entries.append(
      Entry(kind: kinds.add(kind).number, next: Self.none, value: value, place: property.place))
    let known = subjectOf[Int(address)]
    if known == Self.none {
      subjectOf[Int(address)] = UInt32(subjects.count)
      subjects.append(
        Subject(address: address, place: start ?? property.place, first: entry, last: entry))
    } else {
      entries[Int(subjects[Int(known)].last)].next = entry
      subjects[Int(known)].last = entry
    }
    return bytes
  }

  private func number(of address: String, _ bytes: inout Int) -> UInt32 {
    let (number, isNew) = addresses.add(address)
    if isNew {
      bytes += address.utf8.count
      subjectOf.append(Self.none)
    }
    return number
  }

  // MARK: - For a resource

  func entry(_ number: UInt32) -> Entry { entries[Int(number)] }
  func kind(of entry: Entry) -> Kind { kinds[entry.kind] }
  func text(of entry: Entry) -> String { texts[entry.value] }
  func address(of entry: Entry) -> String { addresses[UInt32(truncatingIfNeeded: entry.value)] }
}
