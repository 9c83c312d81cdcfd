import Foundation

/// What a stretch of work took.
struct Use: Sendable {
    /// Seconds by the clock.
    var wall: Double
    /// Seconds of all cores in the program, and in the kernel on its behalf.
    var user: Double
    var system: Double

    var processor: Double { user + system }

    static func - (left: Use, right: Use) -> Use {
        Use(wall: left.wall - right.wall, user: left.user - right.user, system: left.system - right.system)
    }

    /// What this process has used until now; the clock's zero is arbitrary.
    static var now: Use {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Use(wall: Clock.seconds, usage: usage)
    }

    init(wall: Double, user: Double, system: Double) {
        self.wall = wall
        self.user = user
        self.system = system
    }

    init(wall: Double, usage: rusage) {
        self.init(wall: wall, user: usage.ru_utime.seconds, system: usage.ru_stime.seconds)
    }
}

enum Clock {
    /// Seconds by a clock that never jumps.
    static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension timeval {
    fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
