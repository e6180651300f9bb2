import PasserelleKit
import Testing

/// Two columns of one name: an error only for whoever asks for that name.
struct TableColumnTests {
  private func table(_ text: String) throws -> Table {
    try SourcePart(name: "t.csv", text: text).table()
  }

  private func problem(_ text: String, asking name: String) throws -> String? {
    let table = try table(text)
    _ = table.optionalColumn(name)
    do throws(Diagnostic) {
      try table.forEachRow { _ in }
      return nil
    } catch {
      return "\(error.position.line):\(error.position.column) \(error.id)"
    }
  }

  @Test func aNameThatNobodyAsksForMayStandTwice() throws {
    #expect(try problem("a,b,a\n1,2,3\n", asking: "b") == nil)
  }

  @Test(arguments: ["a,b,a\n1,2,3\n", "a,b,A\n1,2,3\n", "a,b, a \n1,2,3\n"])
  func aNameThatIsAskedForMayNot(text: String) throws {
    #expect(try problem(text, asking: "a") == "1:5 duplicate-column")
  }

  @Test(arguments: [("a (1)", 0), ("a (2)", 2), ("(1)", 3), ("(2)", 4), ("c (x)", 5)])
  func aNumberSaysWhichIsMeant(name: String, index: Int) throws {
    let table = try table("a,b,a,,,c (x)\n1,2,3,4,5,6\n")
    #expect(table.optionalColumn(name)?.index == index)
  }

  @Test(arguments: ["a (0)", "a (3)", "a (-1)", "a ()", "(3)", "b (2)"])
  func aNumberThatIsNotThereIsNotFound(name: String) throws {
    #expect(try table("a,b,a,,\n1,2,3,4,5\n").optionalColumn(name) == nil)
  }
}
