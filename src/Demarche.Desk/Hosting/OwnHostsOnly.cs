using System.Net;
using Microsoft.AspNetCore.Http;

namespace Demarche.Desk.Hosting;

/// <summary>
/// A desk on loopback answers to the machine's own names only: a page elsewhere whose name was bent to 127.0.0.1 (DNS rebinding)
/// is turned away.
/// </summary>
internal sealed class OwnHostsOnly(RequestDelegate next, DeskOptions options)
{
    public Task InvokeAsync(HttpContext context)
    {
        var host = context.Request.Host.Host;
        if (options.Host is not null || host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return context.Response.WriteAsync("This desk answers to localhost only.");
    }
}
