import { tokenIssuer } from '../types.bicep'

@description('Required. Client id of the app\'s identity.')
param clientId string

@description('Required. Name of the host\'s storage account.')
param hostAccountName string

@description('Required. Blob service of the documents.')
param blobServiceUri string

@description('Required. Queue service of the documents.')
param queueServiceUri string

@description('Required. Address of the Cosmos DB account.')
param cosmosEndpoint string

@description('Required. Address of the vault.')
param vaultUri string

@description('Required. Where telemetry is sent.')
param insightsConnectionString string

@description('Required. Address of an OpenTelemetry collector; empty for none.')
param otlpEndpoint string

@description('Required. Whose tokens the app accepts.')
param tokenIssuers tokenIssuer[]

@description('Required. Days that the history of completed orchestrations is kept.')
param historyRetentionDays int

@description('Required. Prefix of published processes, as the Open Contracting Partnership registers it; empty for the app\'s example.')
param ocidPrefix string

@description('Required. Address under which readers find the published releases; empty for where a request came to.')
param publicAddress string

@description('Required. Whether a Durable Task Scheduler keeps the task hub instead of the host\'s storage account.')
param usesScheduler bool

@description('Required. Address of the scheduler; empty without one.')
param schedulerEndpoint string

@description('Required. Task hub of the scheduler; empty without one.')
param schedulerHubName string

var managedIdentity = 'managedidentity'

var connections = {
  AzureWebJobsStorage__accountName: hostAccountName
  AzureWebJobsStorage__credential: managedIdentity
  AzureWebJobsStorage__clientId: clientId
  Cosmos__accountEndpoint: cosmosEndpoint
  Cosmos__credential: managedIdentity
  Cosmos__clientId: clientId
  Storage__blobServiceUri: blobServiceUri
  Storage__queueServiceUri: queueServiceUri
  Storage__credential: managedIdentity
  Storage__clientId: clientId
  KeyVault__vaultUri: vaultUri
  KeyVault__credential: managedIdentity
  KeyVault__clientId: clientId
}

var telemetry = union(
  {
    APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'
  },
  empty(otlpEndpoint) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint }
)

var issuers = [
  for (trusted, index) in tokenIssuers: union(
    {
      'Tokens__Issuers__${index}__Issuer': trusted.issuer
      'Tokens__Issuers__${index}__Audience': trusted.audience
      'Tokens__Issuers__${index}__MetadataAddress': trusted.metadataAddress
    },
    reduce(trusted.grantableRoles, {}, (all, role, position) => union(all, { 'Tokens__Issuers__${index}__GrantableRoles__${position}': role }))
  )
]

// The backend needs Microsoft.Azure.Functions.Worker.Extensions.DurableTask.AzureManaged in the app. Its connection string holds no secret.
var backend = usesScheduler
  ? {
      AzureFunctionsJobHost__extensions__durableTask__hubName: schedulerHubName
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
      AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
      DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${clientId}'
    }
  : {}

var publication = union(empty(ocidPrefix) ? {} : { Publication__OcidPrefix: ocidPrefix }, empty(publicAddress) ? {} : { Publication__Address: publicAddress })

@description('Settings of the app by name, as the host\'s environment has them.')
output values object = reduce(
  concat([connections, telemetry, { History__RetentionDays: string(historyRetentionDays) }, publication, backend], issuers),
  {},
  (all, some) => union(all, some)
)
