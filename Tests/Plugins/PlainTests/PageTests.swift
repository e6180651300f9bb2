import AdapterPages
import Testing

@testable import Plain

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: Plain())
  }
}
