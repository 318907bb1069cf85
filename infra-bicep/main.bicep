targetScope = 'subscription'

import { tokenIssuer } from 'types.bicep'

@description('Required. Name of the environment, such as samkjop-dev; every name is derived from it.')
@minLength(3)
@maxLength(40)
param environmentName string

@description('Required. Region of every resource.')
@minLength(1)
@metadata({ azd: { type: 'location' } })
param location string

@description('Required. Whose tokens the app accepts: Entra ID for staff, ID-porten for suppliers\' people, Maskinporten for suppliers\' systems.')
@minLength(1)
param tokenIssuers tokenIssuer[]

@description('Required. Addresses that alerts and the budget are sent to.')
@minLength(1)
param alertEmails string[]

@description('Required. First day of the month from which the budget counts, as yyyy-MM-01. It cannot be changed later.')
@minLength(10)
@maxLength(10)
param budgetStartDate string

@description('Optional. Amount a month that the budget allows, in the currency of the subscription. People are told; nothing is stopped.')
@minValue(1)
param monthlyBudget int = 1000

@description('Optional. Days from its end until the history of a completed orchestration is purged. Documents and audit log are not touched.')
@minValue(1)
@maxValue(3650)
param historyRetentionDays int = 90

@description('Optional. Prefix of published processes (OCDS), as the Open Contracting Partnership registers it; empty for the standard\'s example prefix, which is nobody\'s.')
@maxLength(11)
param ocidPrefix string = ''

@description('Optional. Address under which readers find the published releases, such as https://samkjop.example.no; empty for where a request came to.')
param publicAddress string = ''

@description('Optional. Days from its creation that a bid can be neither deleted nor overwritten.')
@minValue(1)
@maxValue(146000)
param bidRetentionDays int = 1825

@description('Optional. Whether the policy that holds this has been locked. Locking is an operation, not a state that a template can ask for; see README.md.')
param bidRetentionLocked bool = false

@description('Optional. Days that deleted records, containers and blobs can be brought back.')
@minValue(7)
@maxValue(365)
param softDeleteDays int = 30

@description('Optional. Spreads storage, database and machines over availability zones.')
param zoneRedundant bool = false

@description('Optional. Cosmos DB paid by request, or by a throughput that follows the load. It cannot be changed later.')
param cosmosCapacity 'serverless' | 'autoscale' = 'serverless'

@description('Optional. Name of the Cosmos DB account; empty for the derived one. A restore always makes a new account: name it here and deploy.')
@maxLength(44)
param cosmosAccountName string = ''

@description('Optional. Most request units a second that all containers share; with autoscale only.')
@minValue(1000)
param cosmosMaximumThroughput int = 1000

@description('Optional. How far back the documents can be restored to any second. Seven days are free.')
param cosmosBackupTier 'Continuous7Days' | 'Continuous30Days' = 'Continuous7Days'

@description('Optional. Where orchestrations keep their state: the host\'s storage account, or a Durable Task Scheduler.')
param durableBackend 'storage' | 'scheduler' = 'storage'

@description('Optional. Region of the scheduler; it is not offered in all of them.')
param schedulerLocation string = location

@description('Optional. Scheduler paid by action, or by capacity units that run all the time.')
param schedulerSku 'Consumption' | 'Dedicated' = 'Consumption'

@description('Optional. Capacity units of a Dedicated scheduler.')
@minValue(1)
param schedulerCapacity int = 1

@description('Optional. Address ranges that reach the scheduler; callers show their identity in any case.')
@minLength(1)
param schedulerAllowedAddresses string[] = ['0.0.0.0/0']

@description('Optional. Reaches storage, database and vault by private endpoints in a network of its own, and turns their public endpoints off.')
param privateNetworking bool = false

@description('Optional. With private networking: keeps the public endpoint of the documents\' storage, where suppliers upload bids with addresses that the app signs. False only where a gateway forwards uploads.')
param uploadsFromInternet bool = true

@description('Optional. With private networking: address range of the network, at least a /25.')
param networkAddressPrefix string = '10.20.0.0/24'

@description('Optional. Most machines that run at once.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 40

@description('Optional. Memory of each machine in megabytes.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@description('Optional. Machines for HTTP that are kept warm and paid for all the time.')
@minValue(0)
param alwaysReadyInstances int = 0

@description('Optional. How running machines are replaced at a deployment. Rolling replaces them in turns and lets work end.')
param updateStrategy 'RollingUpdate' | 'Recreate' = 'RollingUpdate'

@description('Optional. Days that logs, traces and metrics are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('Optional. Gigabytes of logs a day after which ingestion stops until midnight UTC; -1 for no limit. Alerts are blind once it has stopped.')
param logDailyCapGigabytes int = -1

@description('Optional. Asks the app\'s readiness from outside every five minutes. Each question is paid for.')
param probeReadiness bool = false

@description('Optional. Address of an OpenTelemetry collector that gets traces and metrics too; empty for none.')
param otlpEndpoint string = ''

@description('Optional. Tags of every resource beside the environment\'s name.')
param extraTags object = {}

var resourceToken = toLower(uniqueString(subscription().id, environmentName, location))
var tags = union(extraTags, { 'azd-env-name': environmentName })
var identityName = 'id-api-${resourceToken}'
var hostAccountName = 'sthost${resourceToken}'
var documentAccountName = 'stdocs${resourceToken}'
var storageSku = zoneRedundant ? 'Standard_ZRS' : 'Standard_LRS'
var open = { publicNetworkAccess: 'Enabled', defaultAction: 'Allow' }
var closed = { publicNetworkAccess: 'Disabled', defaultAction: 'Deny' }
var access = privateNetworking ? closed : open
var usesScheduler = durableBackend == 'scheduler'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: identityName, location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    resourceToken: resourceToken
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dailyCapGigabytes: logDailyCapGigabytes
    appIdentityName: identityName
    appPrincipalId: identity.outputs.principalId
    alertEmails: alertEmails
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  scope: group
  params: {
    name: hostAccountName
    location: location
    tags: tags
    sku: storageSku
    access: access
    appIdentityName: identityName
    appPrincipalId: identity.outputs.principalId
    keepsTaskHub: !usesScheduler
    workspaceId: monitoring.outputs.workspaceId
  }
}

module documentStorage 'modules/document-storage.bicep' = {
  scope: group
  params: {
    name: documentAccountName
    location: location
    tags: tags
    sku: storageSku
    access: privateNetworking && !uploadsFromInternet ? closed : open
    appIdentityName: identityName
    appPrincipalId: identity.outputs.principalId
    bidRetentionDays: bidRetentionDays
    bidRetentionLocked: bidRetentionLocked
    softDeleteDays: softDeleteDays
    workspaceId: monitoring.outputs.workspaceId
  }
}

module bidEvents 'modules/bid-events.bicep' = {
  scope: group
  params: {
    name: 'egst-${resourceToken}'
    location: location
    tags: tags
    documentAccountName: documentAccountName
    hostAccountName: hostAccountName
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [documentStorage, hostStorage]
}

module cosmos 'modules/cosmos.bicep' = {
  scope: group
  params: {
    name: empty(cosmosAccountName) ? 'cosmos-${resourceToken}' : cosmosAccountName
    location: location
    tags: tags
    capacity: cosmosCapacity
    maximumThroughput: cosmosMaximumThroughput
    backupTier: cosmosBackupTier
    zoneRedundant: zoneRedundant
    access: access
    appIdentityName: identityName
    appPrincipalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module keyVault 'modules/key-vault.bicep' = {
  scope: group
  params: {
    name: 'kv-${resourceToken}'
    location: location
    tags: tags
    access: access
    appIdentityName: identityName
    appPrincipalId: identity.outputs.principalId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module scheduler 'modules/scheduler.bicep' = if (usesScheduler) {
  scope: group
  params: {
    name: 'dts-${resourceToken}'
    location: schedulerLocation
    tags: tags
    sku: schedulerSku
    capacity: schedulerCapacity
    allowedAddresses: schedulerAllowedAddresses
    appIdentityName: identityName
    appPrincipalId: identity.outputs.principalId
  }
}

module network 'modules/network.bicep' = if (privateNetworking) {
  scope: group
  params: { name: 'vnet-${resourceToken}', location: location, tags: tags, addressPrefix: networkAddressPrefix }
}

module privateEndpoints 'modules/private-endpoints.bicep' = if (privateNetworking) {
  scope: group
  params: {
    location: location
    tags: tags
    networkId: network!.outputs.id
    subnetId: network!.outputs.endpointSubnetId
    endpoints: [
      { name: 'pep-host-blob-${resourceToken}', resourceId: hostStorage.outputs.id, group: 'blob' }
      { name: 'pep-host-queue-${resourceToken}', resourceId: hostStorage.outputs.id, group: 'queue' }
      { name: 'pep-host-table-${resourceToken}', resourceId: hostStorage.outputs.id, group: 'table' }
      { name: 'pep-documents-blob-${resourceToken}', resourceId: documentStorage.outputs.id, group: 'blob' }
      { name: 'pep-documents-queue-${resourceToken}', resourceId: documentStorage.outputs.id, group: 'queue' }
      { name: 'pep-cosmos-${resourceToken}', resourceId: cosmos.outputs.id, group: 'Sql' }
      { name: 'pep-vault-${resourceToken}', resourceId: keyVault.outputs.id, group: 'vault' }
    ]
  }
}

module settings 'modules/settings.bicep' = {
  scope: group
  params: {
    clientId: identity.outputs.clientId
    hostAccountName: hostAccountName
    blobServiceUri: documentStorage.outputs.blobServiceUri
    queueServiceUri: documentStorage.outputs.queueServiceUri
    cosmosEndpoint: cosmos.outputs.endpoint
    vaultUri: keyVault.outputs.uri
    insightsConnectionString: monitoring.outputs.connectionString
    otlpEndpoint: otlpEndpoint
    tokenIssuers: tokenIssuers
    historyRetentionDays: historyRetentionDays
    ocidPrefix: ocidPrefix
    publicAddress: publicAddress
    usesScheduler: usesScheduler
    schedulerEndpoint: usesScheduler ? scheduler!.outputs.endpoint : ''
    schedulerHubName: usesScheduler ? scheduler!.outputs.hubName : ''
  }
}

module api 'modules/functions.bicep' = {
  scope: group
  params: {
    name: 'func-api-${resourceToken}'
    planName: 'plan-${resourceToken}'
    location: location
    tags: tags
    serviceName: 'api'
    identityId: identity.outputs.id
    deploymentContainerUri: hostStorage.outputs.deploymentContainerUri
    settings: settings.outputs.values
    maximumInstanceCount: maximumInstanceCount
    instanceMemoryMB: instanceMemoryMB
    alwaysReadyInstances: alwaysReadyInstances
    updateStrategy: updateStrategy
    zoneRedundant: zoneRedundant
    subnetId: privateNetworking ? network!.outputs.appSubnetId : ''
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [privateEndpoints]
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    resourceToken: resourceToken
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
    actionGroupId: monitoring.outputs.actionGroupId
    topicId: bidEvents.outputs.id
    appUri: api.outputs.uri
    probeReadiness: probeReadiness
  }
}

module budget 'modules/budget.bicep' = {
  scope: group
  params: {
    name: 'budget-${environmentName}'
    amount: monthlyBudget
    startDate: budgetStartDate
    contactEmails: alertEmails
  }
}

@description('Region of every resource.')
output AZURE_LOCATION string = location

@description('Directory that the identities belong to.')
output AZURE_TENANT_ID string = tenant().tenantId

@description('Resource group of the environment.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the function app that the service api is deployed to.')
output SERVICE_API_NAME string = api.outputs.name

@description('Address of the app.')
output SERVICE_API_URI string = api.outputs.uri

@description('Storage account of bids and records; whoever locks the policy of the bids names it.')
output DOCUMENTS_ACCOUNT_NAME string = documentStorage.outputs.name
