using KubeBuilderNet.Scaffolding.Yaml;
using YamlDotNet.RepresentationModel;

namespace KubeBuilderNet.Scaffolding.Tests;

public class YamlDocumentTextTests
{
    [Theory]
    [InlineData("resources:\n- a\n", "resources:\n- a\n- new\n")]
    [InlineData("resources:\n- a\n# below\n", "resources:\n- a\n- new\n# below\n")]
    [InlineData("resources:\n  - a # why\n\npatches: []\n", "resources:\n  - a # why\n  - new\n\npatches: []\n")]
    [InlineData("# top\nresources: []\nkind: K\n", "# top\nresources:\n- new\nkind: K\n")]
    [InlineData("resources: [] # none yet\n", "resources: # none yet\n- new\n")]
    [InlineData("resources:\nkind: K\n", "resources:\n- new\nkind: K\n")]
    [InlineData("resources: null\n", "resources:\n- new\n")]
    [InlineData("resources: [a, b]\n", "resources: [a, b, new]\n")]
    [InlineData("resources: [a, \"b\"] # flow\nkind: K", "resources: [a, \"b\", new] # flow\nkind: K\n")]
    [InlineData("resources: [\n  a,\n  b\n]\n", "resources: [\n  a,\n  b, new\n]\n")]
    [InlineData("kind: K\nzeta: 1\n", "kind: K\nresources:\n- new\nzeta: 1\n")]
    [InlineData("kind: |\n  text\n  more\n", "kind: |\n  text\n  more\nresources:\n- new\n")]
    [InlineData("patches: [\n  {a: b},\n ]\nzeta: 1\n", "patches: [\n  {a: b},\n ]\nresources:\n- new\nzeta: 1\n")]
    [InlineData("a: {b: [1,\n  2]}\n", "a: {b: [1,\n  2]}\nresources:\n- new\n")]
    [InlineData("zeta: 1\n", "zeta: 1\nresources:\n- new\n")]
    [InlineData("# only a comment\n", "# only a comment\nresources:\n- new\n")]
    [InlineData("", "resources:\n- new\n")]
    [InlineData("---\nresources:\n- a\n", "---\nresources:\n- a\n- new\n")]
    [InlineData("resources:\r\n- a\r\n# below\r\n", "resources:\r\n- a\r\n- new\r\n# below\r\n")]
    [InlineData("\uFEFFresources:\n- a\n", "\uFEFFresources:\n- a\n- new\n")]
    [InlineData("resources:\n- \"a\"\n- 'new'\n", "resources:\n- \"a\"\n- 'new'\n")]
    public void One_item_is_added_and_nothing_else_changes(string before, string after)
    {
        var file = new YamlDocumentText("k.yaml", before);
        file.AddItem("resources", "new");
        Assert.Equal(after, file.ToString());
        Assert.Contains("new", new YamlDocumentText("k.yaml", after).TextItems("resources"));
    }

    [Theory]
    [InlineData("resources: text\n", "k.yaml: 'resources' is no list: make it one, then run again")]
    [InlineData("{kind: K}\n", "k.yaml: is a mapping in braces: write it with one line a key, then run again")]
    [InlineData("- a\n", "k.yaml: must be a mapping (key: value) at its top")]
    [InlineData("a: 1\n---\nb: 2\n", "k.yaml: must be one document, and has 2")]
    [InlineData("resources: [\n  ]\n", "k.yaml: 'resources' is empty over several lines: write 'resources: []', then run again")]
    public void What_cannot_be_edited_is_said(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ScaffoldException>(() => new YamlDocumentText("k.yaml", text).AddItem("resources", "new")).Message);

    [Fact]
    public void Broken_YAML_names_file_line_and_column() =>
        Assert.StartsWith("k.yaml(2,", Assert.Throws<ScaffoldException>(() => new YamlDocumentText("k.yaml", "a: 1\n b: [\n")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("l:\n- a\n- b # why\n- c\n", "b", "l:\n- a\n- c\n")]
    [InlineData("l:\n  # first\n  - a\n\nkind: K\n", "a", "l: []\n  # first\n\nkind: K\n")]
    [InlineData("l: [a, b, c] # flow\n", "a", "l: [b, c] # flow\n")]
    [InlineData("l: [a, b, c]\n", "b", "l: [a, c]\n")]
    [InlineData("l: [a, b]\n", "b", "l: [a]\n")]
    [InlineData("l: [a]\n", "a", "l: []\n")]
    [InlineData("l:\n- a\n", "z", "l:\n- a\n")]
    [InlineData("kind: K\n", "a", "kind: K\n")]
    [InlineData("l:\r\n- 'a'\r\n- b\r\n", "a", "l:\r\n- b\r\n")]
    public void One_item_is_taken_out_and_nothing_else_changes(string before, string item, string after)
    {
        var file = new YamlDocumentText("k.yaml", before);
        file.RemoveItem("l", item);
        Assert.Equal(after, file.ToString());
        _ = new YamlDocumentText("k.yaml", after);
    }

    [Theory]
    [InlineData("l:\n- a\n- c # c\n", "l:\n- a\n- b\n- c # c\n")]
    [InlineData("l:\n  - a\n  - c\n", "l:\n  - a\n  - b\n  - c\n")]
    [InlineData("l:\n- a\n", "l:\n- a\n- b\n")]
    [InlineData("l: [a, c]\n", "l: [a, c, b]\n")]
    [InlineData("l:\n- b\n- a\n", "l:\n- b\n- a\n")]
    public void An_item_goes_before_those_that_must_follow_it(string before, string after)
    {
        var file = new YamlDocumentText("k.yaml", before);
        file.AddItem("l", "b", ["c", "d"]);
        Assert.Equal(after, file.ToString());
    }

    [Theory]
    [InlineData("a: 1\nc: 3\n", "a: 1\nb: x\nc: 3\n")]
    [InlineData("a: 1\nb: # old\n  deep: 2\n# below\nc: 3\n", "a: 1\nb: x\n# below\nc: 3\n")]
    [InlineData("", "b: x\n")]
    public void A_key_gets_other_lines(string before, string after)
    {
        var file = new YamlDocumentText("k.yaml", before);
        file.Set(file.Root, "b", ["b: x"]);
        Assert.Equal(after, file.ToString());
    }

    [Theory]
    [InlineData("l:\n- a: 1\n  b: 2\n  c: 3\n", "a", "l:\n- b: 2\n  c: 3\n")]
    [InlineData("l:\n- a:\n    deep: 1\n  # about b\n  b: 2\n", "a", "l:\n  # about b\n- b: 2\n")]
    [InlineData("l:\n- a: 1\n  b:\n  - x\n  c: 3\n", "b", "l:\n- a: 1\n  c: 3\n")]
    [InlineData("l:\n- a: 1\n", "b", "l:\n- a: 1\n")]
    public void A_key_of_an_item_is_taken_out(string before, string key, string after)
    {
        var file = new YamlDocumentText("k.yaml", before);
        file.Set((YamlMappingNode)((YamlSequenceNode)YamlDocumentText.Find(file.Root, "l")!).Children[0], key, null);
        Assert.Equal(after, file.ToString());
    }
}
