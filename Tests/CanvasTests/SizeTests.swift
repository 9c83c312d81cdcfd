import Testing

@testable import Canvas

struct SizeTests {
    @Test func noScreenIsLargerThanPeopleRead() {
        #expect(Size(width: 65_535, height: 65_535).drawn == Size(width: 1000, height: 400))
        #expect(Size(width: 65_535, height: 36).drawn == Size(width: 1000, height: 36))
        #expect(Size(width: 120, height: 36).drawn == Size(width: 120, height: 36))
    }

    @Test func bytesOfAGridAreNotTrustedWithMemory() {
        #expect(Grid(bytes: [255, 255, 255, 255]) == nil)
        #expect(Grid(bytes: [232, 3, 144, 1]) == nil)
        #expect(Grid(bytes: Grid(width: 3, height: 2).bytes) == Grid(width: 3, height: 2))
    }
}
