internal import CTerminal
public import Canvas
internal import FoundationEssentials

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// The terminal: draws grids, and reports what people and the system do.
///
/// One owner, one thread; only ``waker`` may be used from elsewhere. ``close()`` gives the terminal back as it was.
public final class TerminalScreen {
    public let capabilities: TerminalCapabilities
    /// The glyphs to draw with.
    public let glyphs: GlyphSet
    public let waker = TerminalWaker()

    private let showsCursor: Bool
    private var encoder: FrameEncoder
    private var input = InputReader()
    private var pending: [TerminalEvent] = []
    private var isOpen = true
    private let mayStop: Bool
    private let observer: Observer?
    private var observedSize: Size

    /// Takes over the terminal on standard input and output.
    ///
    /// - Parameter observer: is given all that the terminal is sent, and its size first and whenever it changes.
    public init(
        environment: [String: String],
        options: TerminalOptions = TerminalOptions(),
        observer: (@Sendable (TerminalOutput) -> Void)? = nil
    ) throws(TerminalError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        capabilities = try TerminalCapabilities(environment: environment, options: options)
        mayStop = options.mayStop
        self.observer = observer.map(Observer.init)
        self.observer?.begin()
        observedSize = Self.currentSize
        self.observer?.take(.size(Self.currentSize))
        showsCursor = options.cursor
        let isUnicode = capabilities.glyphs.repertoire == .unicode
        let wishes = ct_wishes(
            utf8: isUnicode ? 1 : 0,
            mouse: options.mouse ? 1 : 0,
            largest_width: Int32(Size.largest.width),
            largest_height: Int32(Size.largest.height)
        )
        switch Int(ct_open(capabilities.term, wishes)) {
        case CT_OPEN: break
        case CT_NO_PIPE:
            Observer.end()
            throw .noPipe
        default:
            Observer.end()
            throw .unknown(name: capabilities.term)
        }
        // The system may have no locale at all that can write what was wanted.
        glyphs = isUnicode && ct_is_utf8() == 0 ? .ascii : capabilities.glyphs
        encoder = FrameEncoder(.ofOpenTerminal(), depth: capabilities.depth)
        adoptSize()
    }

    deinit {
        close()
    }

    /// Gives the terminal back. May be called twice.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        ct_close()
        Observer.end()
    }

    /// What is drawn of the terminal's size now, from its upper left corner; 80 by 24 where it does not know its size.
    public var size: Size { Self.currentSize }

    /// The terminal's size, where it is more than is drawn.
    public var sizeBeyond: Size? {
        let whole = Self.wholeSize
        return whole == whole.drawn ? nil : whole
    }

    private static var currentSize: Size { wholeSize.drawn }

    private static var wholeSize: Size {
        var width: Int32 = 0
        var height: Int32 = 0
        ct_size(&width, &height)
        return width > 0 && height > 0 ? Size(width: Int(width), height: Int(height)) : Size(width: 80, height: 24)
    }

    /// Shows `grid`, sending only what has changed, all at once; nothing when nothing has.
    public func draw(_ grid: Grid, theme: Theme, cursor: Cursor? = nil) {
        guard isOpen else { return }
        let bytes = encoder.encode(grid, theme: theme, cursor: cursor)
        if !bytes.isEmpty { ct_send(bytes, bytes.count) }
    }

    /// Draws everything anew next time, whatever is thought to be on the screen.
    public func forget() {
        encoder.forget()
    }

    /// Stops the process as Ctrl-Z does; a `resize` comes when it goes on. Where it may not stop, the key comes instead.
    public func suspend() {
        // To the process: this thread may take no signals.
        kill(getpid(), SIGTSTP)
    }

    /// Shows `canvas`'s grid and cursor.
    public func draw(_ canvas: Canvas, theme: Theme) {
        var cursor = canvas.cursor
        if showsCursor { cursor?.isVisible = true }
        draw(canvas.grid, theme: theme, cursor: cursor)
    }

    /// Asks the terminal to put `text` on the user's clipboard (OSC 52), which it may ignore: show the text as well.
    ///
    /// Returns false where it surely did not happen: the text is longer than terminals take, or the terminal is too old.
    @discardableResult
    public func copy(_ text: String) -> Bool {
        guard isOpen, text.utf8.count <= Self.longestCopy else { return false }
        return ct_copy(Data(text.utf8).base64EncodedString()) != 0
    }

    /// xterm takes no more than 100,000 bytes in base 64.
    private static let longestCopy = 74_000

    /// The next thing that happens, waiting for it until the time is up; for ever without one.
    ///
    /// After a change of size, or when the process goes on after having been stopped, a `resize` comes and the screen
    /// is to be drawn again.
    public func next(timeout: Duration? = nil) -> TerminalEvent {
        let deadline = timeout.map { ContinuousClock.now + $0 }
        while isOpen {
            if let event = signalEvent() { return event }
            if let event = input.next() { return event }
            let found = ct_wait(Self.milliseconds(until: deadline, input.deadline))
            if found & Int32(CT_HUNG_UP) != 0 { return signalEvent() ?? .end(signal: SIGHUP) }
            if found == 0 {
                if let event = input.giveUp() { return .input(event) }
                if let deadline, ContinuousClock.now >= deadline { return .timedOut }
            }
        }
        return .end(signal: SIGHUP)
    }

    /// What the signals that came ask for, one event at a time.
    private func signalEvent() -> TerminalEvent? {
        if pending.isEmpty { takeSignals() }
        return pending.isEmpty ? nil : pending.removeFirst()
    }

    private func takeSignals() {
        let signals = ct_take_signals()
        if signals.ending != 0 {
            pending = [.end(signal: signals.ending)]
            return
        }
        let stops = signals.stopped != 0 && mayStop
        if stops { ct_stop() }
        // The terminal makes a signal of the key; where that is not obeyed, the key is there to be told why.
        if signals.stopped != 0, !mayStop { pending.append(.input(.key(.ctrl("z")))) }
        if stops || signals.continued != 0 || signals.resized != 0 {
            adoptSize()
            pending.append(.input(.resize(size)))
        }
        if signals.woken != 0 { pending.append(.woken) }
    }

    /// Tells curses the height, and forgets what is shown: the terminal has rearranged it.
    private func adoptSize() {
        let size = size
        observeSize()
        ct_resize(Int32(size.width), Int32(size.height))
        forget()
    }

    private func observeSize() {
        let size = size
        guard size != observedSize else { return }
        observedSize = size
        observer?.take(.size(size))
    }

    /// How long to wait for the sooner of the two, rounded up; -1 for ever.
    private static func milliseconds(until deadlines: ContinuousClock.Instant?...) -> Int32 {
        guard let soonest = deadlines.compactMap(\.self).min() else { return -1 }
        let left = max(.zero, soonest - ContinuousClock.now) / Duration.milliseconds(1)
        return Int32(min(left.rounded(.up), 1_000_000))
    }
}
