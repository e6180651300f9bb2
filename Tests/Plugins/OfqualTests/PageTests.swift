import AdapterPages
import Testing

@testable import Ofqual

struct PageTests {
  @Test func thePageIsTrue() throws {
    try expectPage(of: Ofqual())
  }
}
