import CTerminal
import Foundation

extension Target {
    /// What a terminal sends: the reader of keys behind a terminal of this process's own.
    static let keys = Target(
        name: "keys",
        seeds: texts(
            "q\u{1B}[A\u{1B}OB\u{1B}[<0;12;5M\u{1B}[<65;1;1M",
            "\u{1B}[200~pasted\u{1B}[201~é😀\u{1B}",
            "\u{1B}[15~\u{1B}[1;5C\t\u{7F}"
        ),
        prepare: { try FuzzTerminal.open() }
    ) { bytes in
        FuzzTerminal.type(bytes.prefix(2000))
        while true {
            let input = ct_read()
            if input.kind == Int32(CT_NOTHING) { break }
            if input.kind == Int32(CT_UNDECIDED) { _ = ct_decide() }
        }
    }
}

enum FuzzTerminal {
    nonisolated(unsafe) private static var master: Int32 = -1

    /// Puts a terminal in the place of standard input and output.
    static func open() throws {
        var slave: Int32 = -1
        guard openpty(&master, &slave, nil, nil, nil) == 0 else { throw Wrong("there is no terminal to be had") }
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
        dup2(slave, 0)
        dup2(slave, 1)
        // libFuzzer looks at the clock by this signal, which else ends whoever has a terminal open.
        var clock = sigaction()
        sigaction(SIGALRM, nil, &clock)
        let wishes = ct_wishes(utf8: 1, mouse: 1, largest_width: 200, largest_height: 60)
        guard ct_open("xterm-256color", wishes) == Int32(CT_OPEN) else {
            throw Wrong("the terminal cannot be opened")
        }
        sigaction(SIGALRM, &clock, nil)
    }

    static func type(_ bytes: ArraySlice<UInt8>) {
        // Nobody looks at what is sent: it must not fill the terminal up.
        var sent = [UInt8](repeating: 0, count: 4096)
        while read(master, &sent, sent.count) > 0 {}
        _ = write(master, Array(bytes), bytes.count)
        // It is there once the terminal has taken it.
        _ = ct_wait(0)
    }
}
