using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using k8s.Models;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Tests.Json;

public sealed class ObjectJsonTests
{
    public enum Colour
    {
        Red,

        [JsonStringEnumMemberName("dark-green")]
        DarkGreen,
    }

    public sealed class Model
    {
        public required string Name { get; set; }

        public Colour Colour { get; set; }

        public Colour? Other { get; set; }

        public int Count { get; set; }

        public long? Size { get; set; }

        public bool Flag { get; set; }

        public TimeSpan? Interval { get; set; }

        public DateTime Time { get; set; }

        public List<string>? Items { get; set; }

        public Dictionary<string, int>? Map { get; set; }

        public IntOrString? Port { get; set; }

        public ResourceQuantity? Quantity { get; set; }
    }

    private static T Read<T>(string json) => ObjectJson.Deserialize<T>(Encoding.UTF8.GetBytes(json));

    private static string Write<T>(T value) => Encoding.UTF8.GetString(ObjectJson.Serialize(value));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"unknown":{"a":[1]},"name":null,"items":null,"map":null,"count":null,"size":null,"flag":null,"time":null,"interval":null}""")]
    [InlineData("""{"colour":"Purple","other":"Purple"}""")]
    public void What_is_missing_null_or_unknown_does_not_stop_the_reading(string json)
    {
        var model = Read<Model>(json);
        Assert.Equal((null, Colour.Red, null, 0, null, false), (model.Name, model.Colour, model.Other, model.Count, model.Size, model.Flag));
        Assert.Equal((default, null, null), (model.Time, model.Interval, model.Items));
    }

    [Fact]
    public void Enums_are_their_names_in_json()
    {
        Assert.Equal(Colour.DarkGreen, Read<Model>("""{"colour":"dark-green"}""").Colour);
        Assert.Contains("\"other\":\"dark-green\"", Write(new Model { Name = "", Other = Colour.DarkGreen }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1h30m0s")]
    [InlineData("0s")]
    [InlineData("-5m0s")]
    [InlineData("1.5s")]
    [InlineData("250ms")]
    [InlineData("3µs")]
    [InlineData("700ns")]
    [InlineData("26h0m0.000001s")]
    public void A_go_duration_is_written_as_it_was_read(string duration) =>
        Assert.Contains($"\"interval\":\"{duration}\"", Write(Read<Model>($$"""{"name":"a","interval":"{{duration}}"}""")), StringComparison.Ordinal);

    [Fact]
    public void An_iso_duration_is_read() => Assert.Equal(TimeSpan.FromMinutes(90), Read<Model>("""{"interval":"PT1H30M"}""").Interval);

    [Theory]
    [InlineData("\"8080\"")]
    [InlineData("8080")]
    [InlineData("\"http\"")]
    [InlineData("\"50%\"")]
    [InlineData("-1")]
    [InlineData("\"-1\"")]
    [InlineData("\"007\"")]
    [InlineData("\"\"")]
    public void An_int_or_string_stays_what_it_was(string port) =>
        Assert.Contains($"\"port\":{port}", Write(Read<Model>($$"""{"name":"a","port":{{port}}}""")), StringComparison.Ordinal);

    [Theory]
    [InlineData("-1")]
    [InlineData("-1Gi")]
    [InlineData("500e-3")]
    [InlineData("1.5Gi")]
    [InlineData("100m")]
    [InlineData("-100m")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("1E3")]
    [InlineData("12E")]
    [InlineData("1e30")]
    [InlineData("9223372036854775808")]
    public void A_quantity_keeps_its_spelling(string quantity) =>
        Assert.Contains($"\"quantity\":\"{quantity}\"", Write(Read<Model>($$"""{"name":"a","quantity":"{{quantity}}"}""")), StringComparison.Ordinal);

    [Theory]
    [InlineData("1,5")]
    [InlineData("1 ")]
    [InlineData("7K")]
    [InlineData("")]
    [InlineData("∞")]
    public void What_is_no_quantity_to_a_server_is_none_here(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<JsonException>(() => Read<Model>($$"""{"quantity":"{{text}}"}""")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1.5", "1.5")]
    [InlineData("-2", "-2")]
    public void A_quantity_that_is_a_number_keeps_its_value(string number, string written) =>
        Assert.Contains($"\"quantity\":\"{written}\"", Write(Read<Model>($$"""{"name":"a","quantity":{{number}}}""")), StringComparison.Ordinal);

    [Fact]
    public void A_quantity_beyond_decimals_that_is_made_in_code_is_written() =>
        Assert.Contains("\"quantity\":\"1e30\"", Write(new Model { Name = "", Quantity = new ResourceQuantity("1e30") }), StringComparison.Ordinal);

    [Fact]
    public void Equal_texts_of_many_objects_are_one_string()
    {
        static V1Pod One(int i) => Read<V1Pod>($$$"""{"kind":"Pod","metadata":{"name":"pool-{{{i}}}","namespace":"pooled-ns","labels":{"pooled-key":"pooled-value","esc\u0061ped":"ä"} } }""");
        One(0);
        One(1);
        var (first, second) = (One(2), One(3));
        Assert.Same(first.Metadata.NamespaceProperty, second.Metadata.NamespaceProperty);
        Assert.Same(first.Metadata.Labels.Keys.First(), second.Metadata.Labels.Keys.First());
        Assert.Same(first.Metadata.Labels["pooled-key"], second.Metadata.Labels["pooled-key"]);
        Assert.Equal(("pool-2", "pool-3", "ä"), (first.Metadata.Name, second.Metadata.Name, second.Metadata.Labels["escaped"]));
    }

    [Fact]
    public void Texts_that_share_a_slot_are_not_mixed_up()
    {
        // Enough of them to fill every slot many times over.
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 20_000; i++)
                Assert.Equal($"text-{i}", Read<Model>($$"""{"name":"text-{{i}}"}""").Name);
        }
    }

    [Fact]
    public void A_negative_quantity_made_in_code_is_written_rightly() =>
        Assert.Contains("\"quantity\":\"-1Gi\"", Write(new Model { Name = "", Quantity = new ResourceQuantity("-1Gi") }), StringComparison.Ordinal);

    [Fact]
    public void Micro_times_have_six_digits_and_times_have_none()
    {
        var time = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        var json = Write(new V1Lease { Metadata = new V1ObjectMeta { CreationTimestamp = time }, Spec = new V1LeaseSpec { RenewTime = time } });
        Assert.Contains("\"renewTime\":\"2026-01-02T03:04:05.000000Z\"", json, StringComparison.Ordinal);
        Assert.Contains("\"creationTimestamp\":\"2026-01-02T03:04:05Z\"", json, StringComparison.Ordinal);
        Assert.Equal(time, Read<V1Lease>(json).Spec.RenewTime);
    }

    [Fact]
    public void A_micro_time_that_must_be_there_has_six_digits_too()
    {
        var time = new DateTime(2026, 1, 2, 3, 4, 5, 120, DateTimeKind.Utc);
        var json = Write(new Eventsv1Event { Series = new Eventsv1EventSeries { Count = 2, LastObservedTime = time } });
        Assert.Contains("\"lastObservedTime\":\"2026-01-02T03:04:05.120000Z\"", json, StringComparison.Ordinal);
        Assert.Equal(time, Read<Eventsv1Event>(json).Series.LastObservedTime);
    }

    [Fact]
    public void Without_reflection_an_object_is_written_as_it_was_read()
    {
        const string Lease = """{"metadata":{"managedFields":[{"fieldsV1":{"f:spec":{}},"manager":"me"}]}}""";
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine(k8s.SourceGenerationContext.Default, CommonTypes.Default),
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };
        var read = ObjectJson.Deserialize<V1Lease>(Encoding.UTF8.GetBytes(Lease), options);
        Assert.Contains("\"fieldsV1\":{\"f:spec\":{}}", Encoding.UTF8.GetString(ObjectJson.Serialize(read, options)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_built_in_with_null_lists_is_read()
    {
        var pod = Read<V1Pod>("""{"metadata":{"name":"a","creationTimestamp":null},"spec":{"containers":null},"status":{"conditions":[{"type":"Ready","status":"True","lastProbeTime":null}]}}""");
        Assert.Null(pod.Spec.Containers);
        Assert.Null(pod.Metadata.CreationTimestamp);
    }

    [Fact]
    public void Text_keeps_its_letters()
    {
        const string Text = "<ä & 😀 \t\" n: #>";
        Assert.Equal(Text, Read<Model>(Write(new Model { Name = Text })).Name);
    }
}
