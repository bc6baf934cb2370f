using System.Text.Json.Nodes;
using CsCheck;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Tests.Json;

public sealed class MergeDiffTests
{
    private static readonly Gen<JsonNode> Value = Gen.Recursive<JsonNode>((depth, inner) => depth > 3
        ? Gen.Int[0, 3].Select(number => (JsonNode)JsonValue.Create(number)!)
        : Gen.OneOf(
            Gen.Int[0, 3].Select(number => (JsonNode)JsonValue.Create(number)!),
            Gen.Select(inner, Gen.Int[0, 2]).Select((item, count) => (JsonNode)new JsonArray([.. Enumerable.Repeat(item, count).Select(node => node.DeepClone())])),
            Gen.Select(Gen.Char["abc"], inner).Array[0, 3].Select(pairs => (JsonNode)Object(pairs))));

    private static readonly Gen<JsonObject> Objects = Gen.Select(Gen.Char["abc"], Value).Array[0, 3].Select(Object);

    [Fact]
    public void A_patch_turns_one_object_into_the_other() => Gen.Select(Objects, Objects).Sample((from, to) =>
    {
        var patched = Apply(from, MergeDiff.Between(from, to));
        Assert.True(JsonNode.DeepEquals(to, patched), $"{from}\n{to}\n{patched}");
    });

    [Fact]
    public void Equal_objects_need_no_patch() => Objects.Sample(one => Assert.Empty(MergeDiff.Between(one, one.DeepClone().AsObject())));

    [Fact]
    public void What_did_not_change_is_not_sent() => Assert.Equal(
        """{"b":null,"c":{"e":3},"f":[1]}""",
        MergeDiff.Between(
            JsonNode.Parse("""{"a":1,"b":2,"c":{"d":1,"e":2},"f":[]}""")!.AsObject(),
            JsonNode.Parse("""{"a":1,"c":{"d":1,"e":3},"f":[1]}""")!.AsObject()).ToJsonString());

    private static JsonObject Object((char Name, JsonNode Value)[] pairs)
    {
        var made = new JsonObject();
        foreach (var (name, value) in pairs)
            made[name.ToString()] = value.DeepClone();
        return made;
    }

    // RFC 7386, section 2, as it stands there.
    private static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject fields)
            return patch?.DeepClone();
        var result = target is JsonObject existing ? existing.DeepClone().AsObject() : [];
        foreach (var (name, value) in fields)
        {
            if (value is null)
                result.Remove(name);
            else
                result[name] = Apply(result[name], value);
        }

        return result;
    }
}
