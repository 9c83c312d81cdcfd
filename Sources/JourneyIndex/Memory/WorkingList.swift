/// `WorkingMemory` that can stand in an array.
final class WorkingList<Element: BitwiseCopyable> {
    private let memory = WorkingMemory<Element>()

    @inline(__always)
    func append(_ element: Element) { memory.append(element) }

    var array: [Element] { memory.array }
}
