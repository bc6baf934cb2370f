using CsCheck;
using KubeBuilderNet.Client.Json;

namespace KubeBuilderNet.Client.Tests.Json;

public sealed class GoDurationTests
{
    [Fact]
    public void Every_duration_is_read_as_it_was_written() =>
        Gen.Long[-TimeSpan.MaxValue.Ticks, TimeSpan.MaxValue.Ticks].Sample(ticks =>
        {
            var duration = TimeSpan.FromTicks(ticks);
            return GoDuration.TryParse(GoDuration.Format(duration), out var read) && read == duration;
        });

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("1")]
    [InlineData("h")]
    [InlineData("1x")]
    [InlineData("1h2")]
    [InlineData("1..5s")]
    [InlineData("99999999999999h")]
    public void What_is_no_duration_is_refused(string text) => Assert.False(GoDuration.TryParse(text, out _));
}
