# Heard: `make run` and `make test` do everything, installing what is missing.
SWIFT ?= swift
PREFIX ?= /usr/local
BUILD_FLAGS = --explicit-target-dependency-import-check error
# What is shipped needs no ncurses and no C++ runtime of the machine on which it runs.
STATIC = $(CURDIR)/.build/static
RELEASE_FLAGS = -c release --static-swift-stdlib $(BUILD_FLAGS) -Xlinker -L$(STATIC)
BINARY = .build/release/heard
# What is shipped is optimised whatever stands in the environment: HEARD_QUICK is for `make quick`.
unexport HEARD_QUICK
# Swift's own crash reporter asks questions in the terminal; Heard says its own sentence instead.
export SWIFT_BACKTRACE = enable=no

.PHONY: run build quick test test-times check rooms storm power-cut kill-matrix judge judge-figures lint bench install uninstall dist texts clean packages test-packages swift

run: build
	@Scripts/run-sample $(BINARY)

build: packages
	@Scripts/static-libraries "$(STATIC)"
	@$(SWIFT) build $(RELEASE_FLAGS) --product heard

# For one's own loop: the screens are built without optimisation, beside what is shipped.
quick: packages
	@HEARD_QUICK=1 $(SWIFT) build $(RELEASE_FLAGS) --product heard --scratch-path .build-quick
	@Scripts/run-sample .build-quick/release/heard

test: test-packages
	$(SWIFT) build --build-tests $(BUILD_FLAGS)
	$(SWIFT) test --skip-build

# The tests one after the other, and which of them took longest.
test-times: test-packages
	$(SWIFT) build --build-tests $(BUILD_FLAGS)
	@Scripts/test-times $(SWIFT) test --skip-build --no-parallel

# A million keys by chance under the address sanitizer; HEARD_STORM_KEYS and HEARD_STORM_SEED choose others.
STORM_FLAGS = -c release -Xswiftc -enable-testing --sanitize=address --scratch-path .build/storm
storm: test-packages
	$(SWIFT) build --build-tests $(STORM_FLAGS) $(BUILD_FLAGS)
	HEARD_STORM_KEYS=$${HEARD_STORM_KEYS:-1000000} $(SWIFT) test --skip-build $(STORM_FLAGS) --filter StormTests

# Cuts the power of a disk while events are saved; as root. See the head of the script.
power-cut: build
	@Scripts/install-packages python3 e2fsprogs
	@python3 Scripts/power-cut.py $(BINARY)

# Ends the program in every way while something is not on disk, and starts it again; as root.
kill-matrix: build
	@Scripts/install-packages python3 strace procps
	@python3 Scripts/kill-matrix.py $(BINARY)

# A second implementation of the rules of consent against the program; see the head of the script.
judge: build
	@Scripts/install-packages python3
	@python3 Scripts/judge.py $(BINARY)

# A second reckoning of every figure, from the files and the documents alone; see the head of the script.
judge-figures: build
	@Scripts/install-packages python3
	@python3 Scripts/judge-figures.py $(BINARY)

lint: swift
	$(SWIFT) format lint --strict -r Package.swift Sources Tests

# The largest circle of files that name each other, the fullest folder, and rooms that name rooms.
rooms:
	@Scripts/install-packages python3
	@python3 Scripts/rooms.py

check: lint rooms test

# The sample and a large programme beside other programs; docs/performance.md says how and within what.
bench: build
	@Scripts/install-packages jq python3 ripgrep sqlite3 strace
	@python3 Scripts/bench $(BINARY)

# Installs what `make build` made; as root it compiles nothing.
install uninstall:
	@Scripts/install-heard $@ "$(BINARY)" "$(DESTDIR)$(PREFIX)"

dist: build
	@Scripts/make-dist $(BINARY)

# How far the texts of each language are: lacking, beyond English, still English.
texts:
	@Scripts/install-packages python3
	@Scripts/list-texts

clean:
	rm -rf .build .build-quick dist

packages: swift
	@Scripts/embed-texts
	@Scripts/install-packages git libncurses-dev

test-packages: packages
	@Scripts/install-packages tmux strace python3 python3-jsonschema

swift:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Heard is built with Swift 6.2 or newer, and no swift was found. Install it from swift.org, then run make again." >&2; exit 1; }
