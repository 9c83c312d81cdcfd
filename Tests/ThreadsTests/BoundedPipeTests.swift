import Foundation
import Synchronization
import Testing
import Threads

@Suite("The pipe between threads")
struct BoundedPipeTests {
    private struct Spilt: Error {}

    /// Runs `work` on a thread of its own; the group tells when it has ended.
    private static func thread(_ group: DispatchGroup, _ work: @escaping @Sendable () -> Void) {
        group.enter()
        Thread {
            work()
            group.leave()
        }
        .start()
    }

    @Test("what goes in comes out, once and in order, and never are more in it than it holds", arguments: [1, 2, 7])
    func order(capacity: Int) throws {
        let pipe = BoundedPipe<Int>(capacity: capacity)
        let inside = Mutex((now: 0, most: 0))
        let group = DispatchGroup()
        Self.thread(group) {
            for number in 0..<2000 {
                _ = try? pipe.put(number)
                inside.withLock {
                    $0.now += 1
                    $0.most = max($0.most, $0.now)
                }
            }
            pipe.close()
        }
        var taken: [Int] = []
        while let number = try pipe.take() {
            inside.withLock { $0.now -= 1 }
            taken.append(number)
        }
        group.wait()
        #expect(taken == Array(0..<2000))
        // One more may have been taken and not be counted out yet.
        #expect(inside.withLock { $0.most } <= capacity + 1)
    }

    @Test("many who put in and many who take lose nothing and double nothing")
    func many() {
        let pipe = BoundedPipe<Int>(capacity: 3)
        let taken = Mutex<[Int]>([])
        let (makers, takers) = (DispatchGroup(), DispatchGroup())
        for maker in 0..<4 {
            Self.thread(makers) { for number in 0..<500 { _ = try? pipe.put(maker * 500 + number, .never) } }
        }
        for _ in 0..<3 {
            Self.thread(takers) {
                while let number = try? pipe.take(.never) { taken.withLock { $0.append(number) } }
            }
        }
        makers.wait()
        pipe.close()
        takers.wait()
        #expect(taken.withLock { $0.sorted() } == Array(0..<2000))
    }

    @Test("a closed pipe gives what is in it and takes nothing more; a stopped one gives nothing")
    func ends() throws {
        let closed = BoundedPipe<Int>(capacity: 2)
        #expect(try closed.put(1) && closed.put(2))
        closed.close()
        #expect(try !closed.put(3))
        #expect(try [closed.take(), closed.take(), closed.take()] == [1, 2, nil])
        let stopped = BoundedPipe<Int>(capacity: 2)
        try stopped.put(1)
        stopped.close()
        stopped.stop()
        #expect(try stopped.take() == nil)
        #expect(try !stopped.put(2))
    }

    @Test("an error reaches both sides, and the first one stays")
    func failure() throws {
        let pipe = BoundedPipe<Int>()
        try pipe.put(1)
        pipe.fail(Spilt())
        pipe.fail(CancellationError())
        pipe.stop()
        #expect(throws: Spilt.self) { try pipe.put(2) }
        #expect(throws: Spilt.self) { try pipe.take() }
        #expect(throws: Spilt.self) { try pipe.take(.never) }
    }

    @Test("who waits is woken by an end, whichever", arguments: [false, true], [0, 1, 2])
    func waking(isFull: Bool, end: Int) throws {
        let pipe = BoundedPipe<Int>()
        if isFull { try pipe.put(0) }
        let group = DispatchGroup()
        Self.thread(group) { if isFull { _ = try? pipe.put(1) } else { _ = try? pipe.take() } }
        switch end {
        case 0: pipe.close()
        case 1: pipe.stop()
        default: pipe.fail(Spilt())
        }
        #expect(group.wait(timeout: .now() + 20) == .success)
    }

    @Test("who waits asks whether to go on, and who does not wait is told at once")
    func cancelling() throws {
        let asked = Atomic(0)
        let third = Cancellation { asked.add(1, ordering: .relaxed).newValue >= 3 }
        #expect(throws: CancellationError.self) { try BoundedPipe<Int>().take(third) }
        #expect(asked.load(ordering: .relaxed) == 3)
        let full = BoundedPipe<Int>()
        try full.put(1)
        asked.store(0, ordering: .relaxed)
        #expect(throws: CancellationError.self) { try full.put(2, third) }
        #expect(throws: CancellationError.self) { try full.take(Cancellation { true }) }
        #expect(try full.take(.never) == 1)
    }

    @Test("a task's own cancellation is one like any other")
    func tasks() async {
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            try Cancellation.ofTask.check()
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(!Cancellation.ofTask.isRequested && !Cancellation.never.isRequested)
    }
}
