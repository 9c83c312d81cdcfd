/// The persons that an import's stored events belong to.
struct PeopleInEvents {
    /// Those that the store knew before.
    private(set) var known: Set<Int32> = []
    private var new: [Bool] = []
    private let firstNew: Int32

    init(firstNew: Int32) {
        self.firstNew = firstNew
    }

    mutating func insert(_ person: Int32) {
        guard person >= firstNew else {
            known.insert(person)
            return
        }
        let index = Int(person - firstNew)
        while index >= new.count { new.append(false) }
        new[index] = true
    }

    func contains(new person: Int32) -> Bool {
        let index = Int(person - firstNew)
        return index < new.count && new[index]
    }
}
