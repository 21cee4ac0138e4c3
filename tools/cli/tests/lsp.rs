//! The language server as an editor meets it: the command is started, and spoken to by its protocol.
//!
//! The client below is as small as a client can be. It waits for what it names and for nothing else, so
//! that no test depends on how long a check takes.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

/// When what is awaited will not come any more.
const DEADLINE: Duration = Duration::from_secs(120);

const MANIFEST: &str = "\
[codes.InvalidUrl]
status = 400
[codes.InvalidUrl.args]
url = { type = \"string\", example = \"htp://x\" }
[codes.Gone]
status = 410
";
const ENGLISH: &str = "\
# Variables:
#   $url (String) - the address as received
InvalidUrl = URL { $url } is invalid.
    .action = Correct it.
Gone = The item is gone.
    .action = Look for another.
";
const KOREAN: &str = "\
InvalidUrl = 잘못된 URL입니다: { $url }
    .action = 수정하십시오.
Gone = 항목이 없습니다.
    .action = 다른 항목을 찾으십시오.
";

/// A client, its server, and a scratch folder with a catalog of two languages.
struct Client {
    folder: PathBuf,
    server: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    /// What came and was not asked for yet.
    unread: Vec<Value>,
    next: i32,
}

impl Client {
    /// Starts a server and says nothing yet.
    fn start(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("tolken-lsp-{name}-{}", std::process::id()));
        for (path, text) in [
            ("catalog.toml", MANIFEST),
            ("en-US/errors.ftl", ENGLISH),
            ("ko-KR/errors.ftl", KOREAN),
        ] {
            let path = folder.join("locales").join(path);
            fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("there is room");
            fs::write(path, text).expect("there is room");
        }
        let mut server = Command::new(env!("CARGO_BIN_EXE_tolken"))
            .args(["lsp", "--stdio"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("tolken starts");
        let input = server.stdin.take();
        let output = server.stdout.take().expect("it is a pipe");
        let (sender, messages) = mpsc::channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = read(&mut output) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Client {
            folder,
            server,
            input,
            messages,
            unread: Vec::new(),
            next: 0,
        }
    }

    /// A session with what the client can do.
    fn session(name: &str, capabilities: &Value) -> (Self, Value) {
        let mut client = Client::start(name);
        let params = json!({ "processId": null, "rootUri": null, "capabilities": capabilities });
        let result = client.ask("initialize", &params)["result"].clone();
        client.tell("initialized", &json!({}));
        (client, result)
    }

    fn uri(&self, path: &str) -> String {
        format!("file://{}/locales/{path}", self.folder.display())
    }

    fn send(&mut self, message: &Value) {
        self.send_raw(&message.to_string());
    }

    fn send_raw(&mut self, text: &str) {
        let input = self.input.as_mut().expect("it is open");
        write!(input, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("tolken reads");
        input.flush().expect("tolken reads");
    }

    fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks, and waits for the answer.
    fn ask(&mut self, method: &str, params: &Value) -> Value {
        let id = self.ask_later(method, params);
        self.answer(&id)
    }

    fn ask_later(&mut self, method: &str, params: &Value) -> Value {
        self.next += 1;
        let id = json!(self.next);
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        id
    }

    fn answer(&mut self, id: &Value) -> Value {
        self.wait(|message| message["id"] == *id && message.get("method").is_none())
    }

    /// Waits for a message, and keeps all others.
    #[track_caller]
    fn wait(&mut self, is_it: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.unread.iter().position(&is_it) {
            return self.unread.remove(at);
        }
        loop {
            let message = self.messages.recv_timeout(DEADLINE);
            let message = message.expect("what is awaited comes");
            if is_it(&message) {
                return message;
            }
            self.unread.push(message);
        }
    }

    /// Waits for the diagnostics of a version of a file, `code@line:column-line:column` each.
    #[track_caller]
    fn diagnostics(&mut self, path: &str, version: Option<i32>) -> Vec<String> {
        let uri = self.uri(path);
        let told = self.wait(|message| {
            message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["uri"] == *uri
                && version.is_none_or(|version| message["params"]["version"] == version)
        });
        let diagnostics = told["params"]["diagnostics"].as_array();
        diagnostics
            .expect("it is a list")
            .iter()
            .map(short)
            .collect()
    }

    fn open(&mut self, path: &str, text: &str) {
        let uri = self.uri(path);
        let document = json!({ "uri": uri, "languageId": "fluent", "version": 1, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    fn change(&mut self, path: &str, version: i32, changes: &Value) {
        let document = json!({ "uri": self.uri(path), "version": version });
        let params = json!({ "textDocument": document, "contentChanges": changes });
        self.tell("textDocument/didChange", &params);
    }

    fn at(&self, path: &str, line: u32, character: u32) -> Value {
        json!({
            "textDocument": { "uri": self.uri(path) },
            "position": { "line": line, "character": character },
        })
    }

    fn actions(&mut self, path: &str, line: u32, context: &Value) -> Vec<Value> {
        let params = json!({
            "textDocument": { "uri": self.uri(path) },
            "range": { "start": { "line": line, "character": 0 }, "end": { "line": line, "character": 999 } },
            "context": context,
        });
        let answer = self.ask("textDocument/codeAction", &params);
        answer["result"].as_array().expect("it is a list").clone()
    }

    /// Ends the session by the protocol; the exit status.
    fn end(mut self) -> Option<i32> {
        let answer = self.ask("shutdown", &Value::Null);
        assert_eq!(answer["result"], Value::Null);
        self.tell("exit", &Value::Null);
        self.server.wait().expect("tolken ends").code()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        _ = self.server.kill();
        _ = self.server.wait();
        _ = fs::remove_dir_all(&self.folder);
    }
}

fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        output.read_line(&mut line).ok()?;
        match line.trim_end().strip_prefix("Content-Length: ") {
            Some(value) => length = value.parse().expect("it is a number"),
            None if line == "\r\n" => break,
            None => return None,
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    Some(serde_json::from_slice(&body).expect("tolken writes JSON"))
}

fn short(diagnostic: &Value) -> String {
    let place = |end: &str| {
        let place = &diagnostic["range"][end];
        format!("{}:{}", place["line"], place["character"])
    };
    let code = diagnostic["code"].as_str().expect("it is a word");
    format!("{code}@{}-{}", place("start"), place("end"))
}

/// A text with edits put in; columns are UTF-16 units.
fn edited(text: &str, edits: &Value) -> String {
    let offset = |place: &Value| {
        let number =
            |key: &str| usize::try_from(place[key].as_u64().expect("a number")).expect("small");
        let lines = text.split_inclusive('\n');
        let start: usize = lines.clone().take(number("line")).map(str::len).sum();
        let mut units = number("character");
        let rest = text[start..].char_indices();
        let mut rest = rest.skip_while(|(_, c)| {
            let skip = units > 0;
            units = units.saturating_sub(c.len_utf16());
            skip
        });
        start + rest.next().map_or(text.len() - start, |(at, _)| at)
    };
    let edits = edits.as_array().expect("it is a list").iter();
    let mut edits: Vec<_> = edits
        .map(|edit| {
            let range = &edit["range"];
            let new = edit["newText"].as_str().expect("it is a text");
            (offset(&range["start"])..offset(&range["end"]), new)
        })
        .collect();
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut out = text.to_owned();
    for (range, new) in edits {
        out.replace_range(range, new);
    }
    out
}

#[test]
fn a_mistake_is_told_while_it_is_typed_and_its_fix_taken() {
    let (mut client, result) = Client::session("fix", &json!({}));
    assert_eq!(result["serverInfo"]["name"], "tolken");
    assert_eq!(result["capabilities"]["positionEncoding"], "utf-16");
    client.open("ko-KR/errors.ftl", KOREAN);
    assert_eq!(client.diagnostics("ko-KR/errors.ftl", Some(1)), [""; 0]);

    // An emoji before it is two units, and a syllable in three parts is three.
    let line = "InvalidUrl = 👍 \u{1112}\u{1161}\u{11ab} { $ulr }";
    let first = KOREAN
        .lines()
        .next()
        .expect("it has lines")
        .encode_utf16()
        .count();
    let changes = json!([
        { "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": first } },
          "text": line },
        { "range": { "start": { "line": 0, "character": 13 }, "end": { "line": 0, "character": 20 } },
          "text": "값 👍 " },
    ]);
    client.change("ko-KR/errors.ftl", 2, &changes);
    let text = KOREAN.replacen(
        KOREAN.lines().next().expect("it has lines"),
        "InvalidUrl = 값 👍 { $ulr }",
        1,
    );
    let found = client.diagnostics("ko-KR/errors.ftl", Some(2));
    assert!(
        found.contains(&"unknown-argument@0:21-0:24".to_owned()),
        "{found:?}"
    );

    let actions = client.actions("ko-KR/errors.ftl", 0, &json!({ "diagnostics": [] }));
    let fix = actions
        .iter()
        .find(|action| action["title"] == "Replace `ulr` by `url`")
        .unwrap_or_else(|| panic!("it is offered: {actions:?}"));
    assert_eq!(fix["kind"], "quickfix");
    assert_eq!(fix["diagnostics"][0]["code"], "unknown-argument");
    let edits = &fix["edit"]["changes"][client.uri("ko-KR/errors.ftl")];
    let fixed = edited(&text, edits);
    assert_eq!(fixed, text.replace("$ulr", "$url"));
    client.change("ko-KR/errors.ftl", 3, &json!([{ "text": fixed }]));
    assert_eq!(client.diagnostics("ko-KR/errors.ftl", Some(3)), [""; 0]);
    assert_eq!(client.end(), Some(0));
}

#[test]
fn a_change_of_the_source_is_told_in_every_language() {
    let capabilities =
        json!({ "textDocument": { "publishDiagnostics": { "relatedInformation": true } } });
    let (mut client, _) = Client::session("source", &capabilities);
    client.open("en-US/errors.ftl", ENGLISH);
    assert_eq!(client.diagnostics("en-US/errors.ftl", Some(1)), [""; 0]);
    let without = ENGLISH.split("Gone").next().expect("it begins somewhere");
    client.change("en-US/errors.ftl", 2, &json!([{ "text": without }]));
    let found = client.diagnostics("ko-KR/errors.ftl", None);
    assert_eq!(found, ["extra-message@2:0-2:4"]);
    let found = client.diagnostics("catalog.toml", None);
    assert_eq!(found, ["code-without-message@4:7-4:11"]);
    // What is on the disk counts again when the document is closed.
    let document = json!({ "textDocument": { "uri": client.uri("en-US/errors.ftl") } });
    client.tell("textDocument/didClose", &document);
    assert_eq!(client.diagnostics("ko-KR/errors.ftl", None), [""; 0]);
    assert_eq!(client.diagnostics("catalog.toml", None), [""; 0]);

    // And the settings.
    client.open("check.toml", "[rules]\nenglsh = \"off\"\n");
    assert_eq!(
        client.diagnostics("check.toml", Some(1)),
        ["settings@1:0-1:6"]
    );
    assert_eq!(client.end(), Some(0));
}

#[test]
fn only_the_newest_state_is_told() {
    let (mut client, _) = Client::session("newest", &json!({}));
    client.open("ko-KR/errors.ftl", KOREAN);
    for version in 2..200 {
        let text = if version == 199 {
            KOREAN
        } else {
            "Gone = { $x"
        };
        client.change("ko-KR/errors.ftl", version, &json!([{ "text": text }]));
    }
    assert_eq!(client.diagnostics("ko-KR/errors.ftl", Some(199)), [""; 0]);
    // The answer comes behind all that was told.
    client.ask("textDocument/hover", &client.at("ko-KR/errors.ftl", 0, 0));
    while let Ok(message) = client.messages.try_recv() {
        client.unread.push(message);
    }
    let is_told = |message: &&Value| message["method"] == "textDocument/publishDiagnostics";
    let told = client.unread.iter().filter(is_told);
    for message in told {
        assert!(
            message["params"]["version"].as_i64() < Some(199),
            "{message}"
        );
    }
    assert_eq!(client.end(), Some(0));
}

#[test]
fn a_file_that_is_not_there_yet_counts() {
    let (mut client, _) = Client::session("new", &json!({}));
    client.open(
        "sv-SE/errors.ftl",
        "Gone = Posten finns inte.\n    .action = Leta efter en annan.\n",
    );
    assert_eq!(
        client.diagnostics("sv-SE/errors.ftl", Some(1)),
        ["missing-message@0:0-0:0"]
    );
    let sv = client.at("sv-SE/errors.ftl", 0, 1);
    let hover = client.ask("textDocument/hover", &sv);
    let text = hover["result"]["contents"]["value"]
        .as_str()
        .expect("it is a text");
    assert!(
        text.contains("> Posten finns inte\\.") || text.contains("> Posten finns inte."),
        "{text}"
    );
    assert_eq!(client.end(), Some(0));
}

#[test]
fn what_is_under_the_pointer_is_explained() {
    let (mut client, _) = Client::session("hover", &json!({}));
    client.open("ko-KR/errors.ftl", KOREAN);
    client.open("catalog.toml", MANIFEST);
    let mut hover = |path: &str, line, column| {
        let at = client.at(path, line, column);
        client.ask("textDocument/hover", &at)["result"].clone()
    };
    let message = "\
**InvalidUrl** · status 400

* `$url` · string, for example `htp://x`

en-US
```ftl
InvalidUrl = URL { $url } is invalid.
    .action = Correct it.
```

An example in ko-KR

> 잘못된 URL입니다: htp://x
>
> → 수정하십시오.
";
    let told = hover("ko-KR/errors.ftl", 0, 3);
    assert_eq!(told["contents"]["value"], message);
    assert_eq!(told["range"]["end"]["character"], 10);
    let of_code = hover("catalog.toml", 0, 8);
    let of_code = of_code["contents"]["value"].as_str().expect("it is a text");
    assert!(of_code.contains("> URL htp://x is invalid."), "{of_code}");
    assert_eq!(
        hover("ko-KR/errors.ftl", 0, 30)["contents"]["value"],
        "**$url** · string\n\nthe address as received\n\nfor example `htp://x`"
    );
    assert_eq!(hover("ko-KR/errors.ftl", 0, 12), Value::Null);
    assert_eq!(client.end(), Some(0));
}

#[test]
fn what_may_be_written_is_offered() {
    let (mut client, _) = Client::session("completion", &json!({}));
    let text = "InvalidUrl = { $\nGo";
    client.open("ko-KR/errors.ftl", text);
    let mut offered = |line, column| -> Vec<(String, String)> {
        let at = client.at("ko-KR/errors.ftl", line, column);
        let answer = client.ask("textDocument/completion", &at);
        let items = answer["result"]["items"]
            .as_array()
            .expect("it is a list")
            .iter();
        let text = |value: &Value| value.as_str().expect("it is a text").to_owned();
        items
            .map(|item| (text(&item["label"]), text(&item["textEdit"]["newText"])))
            .collect()
    };
    assert_eq!(offered(0, 16)[0], ("$url".to_owned(), "$url".to_owned()));
    let gone = "Gone = The item is gone.\n    .action = Look for another.";
    assert_eq!(offered(1, 2), [("Gone".to_owned(), gone.to_owned())]);
    assert_eq!(client.end(), Some(0));
}

#[test]
fn names_lead_to_each_other_and_are_renamed_everywhere() {
    let capabilities = json!({
        "workspace": { "workspaceEdit": { "documentChanges": true } },
        "general": { "positionEncodings": ["utf-8", "utf-16"] },
    });
    let (mut client, result) = Client::session("names", &capabilities);
    assert_eq!(result["capabilities"]["positionEncoding"], "utf-8");
    client.open("ko-KR/errors.ftl", KOREAN);
    client.open("catalog.toml", MANIFEST);
    let place = |client: &Client, location: &Value| {
        let uri = location["uri"].as_str().expect("it is a text");
        let path = uri
            .strip_prefix(&client.uri(""))
            .expect("it is of the catalog");
        let start = &location["range"]["start"];
        format!("{path}:{}:{}", start["line"], start["character"])
    };
    let mut places = |method: &str, path: &str, line, column| -> Vec<String> {
        let mut params = client.at(path, line, column);
        params["context"] = json!({ "includeDeclaration": true });
        let answer = client.ask(method, &params);
        let locations = answer["result"].as_array().expect("it is a list");
        locations
            .iter()
            .map(|location| place(&client, location))
            .collect()
    };
    let definition = "textDocument/definition";
    assert_eq!(
        places(definition, "ko-KR/errors.ftl", 0, 2),
        ["en-US/errors.ftl:2:0"]
    );
    assert_eq!(
        places(definition, "catalog.toml", 4, 8),
        ["en-US/errors.ftl:4:0"]
    );
    assert_eq!(
        places(definition, "ko-KR/errors.ftl", 0, 42),
        ["catalog.toml:3:0"]
    );
    assert_eq!(
        places("textDocument/references", "ko-KR/errors.ftl", 0, 2),
        [
            "en-US/errors.ftl:2:0",
            "ko-KR/errors.ftl:0:0",
            "catalog.toml:0:7",
            "catalog.toml:2:7"
        ]
    );

    // In bytes, which is what was agreed on; the file on the disk has changed since, unseen.
    let english = format!("# new\n\n{ENGLISH}");
    fs::write(client.folder.join("locales/en-US/errors.ftl"), english).expect("there is room");
    let mut params = client.at("ko-KR/errors.ftl", 0, 42);
    let prepared = client.ask("textDocument/prepareRename", &params)["result"].clone();
    assert_eq!(prepared["placeholder"], "url");
    params["newName"] = json!("address");
    let answer = client.ask("textDocument/rename", &params)["result"].clone();
    let changes = answer["documentChanges"].as_array().expect("it is a list");
    let client_is = &client;
    let places: Vec<_> = changes
        .iter()
        .flat_map(|file| {
            let edits = file["edits"].as_array().expect("it is a list").iter();
            let uri = &file["textDocument"]["uri"];
            edits.map(move |edit| place(client_is, &json!({ "uri": uri, "range": edit["range"] })))
        })
        .collect();
    assert_eq!(
        places,
        [
            "catalog.toml:3:0",
            "en-US/errors.ftl:3:5",
            "en-US/errors.ftl:4:20",
            "ko-KR/errors.ftl:0:40"
        ]
    );
    assert_eq!(changes[2]["textDocument"]["version"], 1);
    assert_eq!(changes[1]["textDocument"]["version"], Value::Null);
    params["newName"] = json!("1");
    let refused = client.ask("textDocument/rename", &params)["error"].clone();
    assert_eq!(refused["code"], -32803);
    assert_eq!(client.end(), Some(0));
}

#[test]
fn a_rename_changes_the_lock_and_whatever_else_has_the_name() {
    let (mut client, _) = Client::session("lock", &json!({}));
    let lock = "ko-KR Gone = The item is gone.\nko-KR InvalidUrl = URL { $url } is invalid.\n";
    let lock_file = client.folder.join("locales/source.lock");
    fs::write(&lock_file, lock).expect("there is room");
    let former = "InvalidUrl = The URL { $url } is wrong.\n";
    let former_file = client.folder.join("locales/en-US/former.ftl");
    fs::write(former_file, former).expect("there is room");
    client.open("en-US/errors.ftl", ENGLISH);
    let manifest = format!("{MANIFEST}retired = true\nreplaced-by = 'InvalidUrl'\n");
    client.open("catalog.toml", &manifest);
    client.diagnostics("catalog.toml", Some(1));
    let mut params = client.at("en-US/errors.ftl", 2, 3);
    params["newName"] = json!("InvalidAddress");
    let changes = client.ask("textDocument/rename", &params)["result"]["changes"].clone();
    for (path, text) in [
        ("source.lock", lock),
        ("en-US/former.ftl", former),
        ("en-US/errors.ftl", ENGLISH),
        ("ko-KR/errors.ftl", KOREAN),
        ("catalog.toml", manifest.as_str()),
    ] {
        let renamed = edited(text, &changes[client.uri(path)]);
        assert_eq!(
            renamed,
            text.replace("InvalidUrl", "InvalidAddress"),
            "{path}"
        );
    }

    // As the editor has it, where it is open there.
    client.open("source.lock", &format!("# a note\n\n{lock}"));
    let mut params = client.at("en-US/errors.ftl", 2, 20);
    params["newName"] = json!("address");
    let changes = client.ask("textDocument/rename", &params)["result"]["changes"].clone();
    let edit = &changes[client.uri("source.lock")][0];
    assert_eq!(
        edit["range"]["start"],
        json!({ "line": 3, "character": 26 })
    );

    // A name in what is no Fluent would be left behind.
    client.change(
        "en-US/errors.ftl",
        2,
        &json!([{ "text": format!("{ENGLISH}See = {{ InvalidUrl\n") }]),
    );
    let mut params = client.at("en-US/errors.ftl", 2, 3);
    params["newName"] = json!("InvalidAddress");
    let refused = client.ask("textDocument/rename", &params)["error"].clone();
    let why = refused["message"].as_str().expect("it is a text");
    assert!(why.contains("stands in text that is not Fluent"), "{why}");
    assert_eq!(client.end(), Some(0));
}

#[test]
fn everything_certain_is_mended_at_once_and_the_rest_can_be_allowed() {
    let (mut client, _) = Client::session("all", &json!({}));
    client.open(
        "en-US/errors.ftl",
        "Gone = Domain name\r\nB = IP address\r\n",
    );
    let text = "Gone = Domän namn\r\nB = IP adress  \r\n";
    client.open("sv-SE/errors.ftl", text);
    client.diagnostics("sv-SE/errors.ftl", Some(1));
    let only = json!({ "diagnostics": [], "only": ["source.fixAll"] });
    let actions = client.actions("sv-SE/errors.ftl", 0, &only);
    assert_eq!(actions.len(), 1, "{actions:?}");
    let uri = client.uri("sv-SE/errors.ftl");
    let mended = edited(text, &actions[0]["edit"]["changes"][&uri]);
    assert!(mended.starts_with("Gone = Domännamn\r\n"), "{mended}");

    let only = json!({ "diagnostics": [], "only": ["quickfix"] });
    let actions = client.actions("sv-SE/errors.ftl", 0, &only);
    let allow = actions
        .iter()
        .find(|action| action["title"] == "Allow `sv-compound` in `Gone`: write the reason");
    let allow = allow.unwrap_or_else(|| panic!("it is offered: {actions:?}"));
    let allowed = edited(text, &allow["edit"]["changes"][&uri]);
    assert!(
        allowed.starts_with("# tolken: allow sv-compound: \r\nGone = Dom"),
        "{allowed}"
    );
    // Without a reason nothing is allowed yet, and with one it is.
    client.change("sv-SE/errors.ftl", 2, &json!([{ "text": allowed }]));
    let found = client.diagnostics("sv-SE/errors.ftl", Some(2));
    assert!(
        found
            .iter()
            .any(|found| found.starts_with("allowance@0:16")),
        "{found:?}"
    );
    let reasoned = allowed.replacen("compound: ", "compound: a quotation", 1);
    client.change("sv-SE/errors.ftl", 3, &json!([{ "text": reasoned }]));
    let found = client.diagnostics("sv-SE/errors.ftl", Some(3));
    assert!(
        !found
            .iter()
            .any(|found| found.contains("allowance@") || found.contains("sv-compound@1:")),
        "{found:?}"
    );
    assert_eq!(client.end(), Some(0));
}

#[test]
fn a_file_is_brought_into_form() {
    let (mut client, result) = Client::session("form", &json!({}));
    assert_eq!(result["capabilities"]["documentFormattingProvider"], true);
    let text = "Gone=😀 Weg.  \n\n\n\nLater =\n  De URL {$url}\n";
    client.open("nl-NL/errors.ftl", text);
    let uri = client.uri("nl-NL/errors.ftl");
    let params = json!({
        "textDocument": { "uri": uri },
        "options": { "tabSize": 2, "insertSpaces": false },
    });
    let edits = client.ask("textDocument/formatting", &params);
    assert_eq!(
        edited(text, &edits["result"]),
        "Gone = 😀 Weg.\n\nLater =\n    De URL { $url }\n"
    );
    assert_eq!(client.end(), Some(0));
}

#[test]
fn nothing_that_a_client_says_ends_the_server() {
    let mut client = Client::start("hostile");
    let early = client.ask("textDocument/hover", &json!({}));
    assert_eq!(early["error"]["code"], -32002);
    client.ask("initialize", &json!({ "capabilities": {} }));
    client.tell("initialized", &json!({}));
    client.open("ko-KR/errors.ftl", KOREAN);

    for (text, code) in [
        ("{", -32700),
        ("[]", -32600),
        (r#"{"jsonrpc":"2.0","id":{},"method":"shutdown"}"#, -32600),
    ] {
        client.send_raw(text);
        let refused = client.wait(|message| message["error"]["code"] == code);
        assert!(refused["error"]["message"].is_string());
    }
    for (method, params, code) in [
        ("no/such", json!({}), -32601),
        ("initialize", json!({ "capabilities": {} }), -32600),
        ("textDocument/hover", json!({}), -32602),
        ("textDocument/hover", json!([1]), -32602),
        ("textDocument/hover", Value::Null, -32602),
        (
            "textDocument/rename",
            client.at("ko-KR/errors.ftl", 0, 0),
            -32602,
        ),
        (
            "textDocument/codeAction",
            client.at("ko-KR/errors.ftl", 0, 0),
            -32602,
        ),
    ] {
        let answer = client.ask(method, &params);
        assert_eq!(answer["error"]["code"], code, "{method} {params}: {answer}");
    }
    // Places that are nowhere, documents that are not open or not ours, notifications that are none.
    for (uri, line) in [("ko-KR/errors.ftl", u32::MAX), ("ko-KR/none.ftl", 0)] {
        for method in ["hover", "completion", "definition", "prepareRename"] {
            let answer = client.ask(
                &format!("textDocument/{method}"),
                &client.at(uri, line, u32::MAX),
            );
            assert!(answer.get("error").is_none(), "{answer}");
        }
    }
    client.tell("textDocument/didChange", &json!({ "textDocument": 1 }));
    client.tell("textDocument/didOpen", &json!(null));
    client.change("ko-KR/none.ftl", 2, &json!([{ "text": "" }]));
    client.tell("$/setTrace", &json!({ "value": "off" }));
    client.tell("no/such", &json!({}));
    let document = json!({ "uri": "untitled:Untitled-1", "languageId": "fluent", "version": 1, "text": "a = b" });
    client.tell("textDocument/didOpen", &json!({ "textDocument": document }));

    // What is too long is refused in words, and checked again when it is not.
    client.change(
        "ko-KR/errors.ftl",
        2,
        &json!([{ "text": "#".repeat((16 << 20) + 1) }]),
    );
    let told = client.wait(|message| message["method"] == "window/showMessage");
    let told = told["params"]["message"]
        .as_str()
        .expect("it is a text")
        .to_owned();
    assert!(
        told.contains("is not checked: it is longer than 16777216 bytes"),
        "{told}"
    );
    assert_eq!(
        client.diagnostics("ko-KR/errors.ftl", Some(2)),
        ["unreadable@0:0-0:0"]
    );
    client.change("ko-KR/errors.ftl", 3, &json!([{ "text": KOREAN }]));
    assert_eq!(client.diagnostics("ko-KR/errors.ftl", Some(3)), [""; 0]);
    assert_eq!(client.end(), Some(0));
}

#[test]
fn a_session_ends_by_the_protocol() {
    // `exit` without `shutdown`, and a client that is gone.
    let (mut client, _) = Client::session("exit", &json!({}));
    client.tell("exit", &Value::Null);
    assert_eq!(client.server.wait().expect("tolken ends").code(), Some(1));
    let (mut client, _) = Client::session("gone", &json!({}));
    drop(client.input.take());
    assert_eq!(client.server.wait().expect("tolken ends").code(), Some(1));
    // Behind `shutdown` only `exit` is heard.
    let (mut client, _) = Client::session("shutdown", &json!({}));
    client.ask("shutdown", &Value::Null);
    let refused = client.ask("textDocument/hover", &json!({}));
    assert_eq!(refused["error"]["code"], -32600);
    client.tell("exit", &Value::Null);
    assert_eq!(client.server.wait().expect("tolken ends").code(), Some(0));
    // What is no protocol at all.
    let mut client = Client::start("none");
    let input = client.input.as_mut().expect("it is open");
    input.write_all(b"hello\r\n\r\n").expect("tolken reads");
    assert_eq!(client.server.wait().expect("tolken ends").code(), Some(2));
}
