using KubeBuilderNet.Scaffolding.Importing.Types;

namespace KubeBuilderNet.Scaffolding.Tests.Importing;

public class NamingTests
{
    [Theory]
    [InlineData("Usages", "Usage")]
    [InlineData("Policies", "Policy")]
    [InlineData("Addresses", "Address")]
    [InlineData("Statuses", "Status")]
    [InlineData("Boxes", "Box")]
    [InlineData("HostAliases", "HostAlias")]
    [InlineData("Databases", "Database")]
    [InlineData("Status", "Status")]
    [InlineData("Class", "Class")]
    [InlineData("Dns", "Dns")]
    [InlineData("Env", "Env")]
    public void Items_of_a_list_have_a_singular(string plural, string singular) => Assert.Equal(singular, EnglishWord.Singular(plural));

    [Theory]
    [InlineData("dnsNames", "DnsNames")]
    [InlineData("x-y/z", "XYZ")]
    [InlineData("3d", "Value3d")]
    [InlineData("*", "Value")]
    [InlineData("class", "Class")]
    public void Names_in_JSON_become_names_in_C_sharp(string json, string name) => Assert.Equal(name, MemberName.Pascal(json));

    [Theory]
    [InlineData("DnsNames", "dnsNames", true)]
    [InlineData("URL", "url", true)]
    [InlineData("URL", "URL", false)]
    [InlineData("CaBundle", "caBundle", true)]
    [InlineData("XY", "x-y", false)]
    public void Camel_case_is_what_JSON_gets_by_itself(string name, string json, bool gives) => Assert.Equal(gives, MemberName.Gives(name, json));

    [Fact]
    public void Types_are_named_after_the_kind_and_as_few_words_as_tell_them_apart()
    {
        var path = new TypePath("Job", ["Spec"]).Property("template").Property("containers").Item().Property("env").Item();
        Assert.Equal(["JobEnv", "JobContainerEnv", "JobTemplateContainerEnv", "JobSpecTemplateContainerEnv", "JobSpecTemplateContainerEnv2"], path.Names().Take(5));
    }
}
