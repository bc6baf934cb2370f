using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KubeBuilderNet.Serving;

/// <summary>What Kestrel's registration sees of a web host: a place for its services.</summary>
internal sealed class KestrelServices(IServiceCollection services) : IWebHostBuilder
{
    public IWebHostBuilder ConfigureServices(Action<IServiceCollection> configureServices)
    {
        configureServices(services);
        return this;
    }

    public IWebHostBuilder ConfigureServices(Action<WebHostBuilderContext, IServiceCollection> configureServices)
    {
        configureServices(new WebHostBuilderContext(), services);
        return this;
    }

    public IWebHostBuilder ConfigureAppConfiguration(Action<WebHostBuilderContext, IConfigurationBuilder> configureDelegate) => this;

    public string? GetSetting(string key) => null;

    public IWebHostBuilder UseSetting(string key, string? value) => this;

    // The interface has this member, and nobody calls it.
#pragma warning disable ASPDEPR008
    public IWebHost Build() => throw new NotSupportedException("There is no host, only services.");
#pragma warning restore ASPDEPR008
}
