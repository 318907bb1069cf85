import { names } from '../names.bicep'
import { roles } from '../roles.bicep'
import { reachability } from '../types.bicep'

@description('Required. Name of the account, 3–24 lower-case letters and digits.')
param name string

@description('Required. Region.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Redundancy of the account.')
param sku 'Standard_LRS' | 'Standard_ZRS'

@description('Required. Who reaches the account.')
param access reachability

@description('Required. Name of the app\'s identity; names of role assignments derive from it, since they must be known before the identity exists.')
param appIdentityName string

@description('Required. Object id of the app\'s identity.')
param appPrincipalId string

@description('Required. Days that a bid can be neither deleted nor overwritten, from its creation.')
@minValue(1)
@maxValue(146000)
param bidRetentionDays int

@description('Required. Whether the policy of the bids is locked already. A locked policy is left alone, since it can only be extended, by an operation of its own.')
param bidRetentionLocked bool

@description('Required. Days that deleted records and containers can be brought back.')
@minValue(7)
@maxValue(365)
param softDeleteDays int

@description('Required. Workspace that the logs go to.')
param workspaceId string

var queueNames = [names.bidUploads, names.webhookInbox]
var poisonQueueNames = [for queue in queueNames: '${queue}-poison']

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    networkAcls: { bypass: 'AzureServices', defaultAction: access.defaultAction }
    publicNetworkAccess: access.publicNetworkAccess
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      containerDeleteRetentionPolicy: { enabled: true, days: softDeleteDays }
      deleteRetentionPolicy: { enabled: true, days: softDeleteDays }
    }

    resource bids 'containers' = {
      name: names.bids
      properties: { publicAccess: 'None' }

      // Of the container, not of versions: a version policy lets the name be overwritten and keeps the version before it, and a bid is created once.
      resource retention 'immutabilityPolicies' = if (!bidRetentionLocked) {
        name: 'default'
        properties: {
          immutabilityPeriodSinceCreationInDays: bidRetentionDays
          allowProtectedAppendWrites: false
          allowProtectedAppendWritesAll: false
        }
      }
    }

    resource records 'containers' = {
      name: names.records
      properties: { publicAccess: 'None' }
    }
  }

  resource queueService 'queueServices' = {
    name: 'default'

    // The poison queues too: the app may not create queues elsewhere, and an alert watches them from the first day.
    resource queues 'queues' = [for queue in concat(queueNames, poisonQueueNames): { name: queue }]
  }
}

// Signs upload addresses. Such an address can do no more than the identity that signed it.
resource delegator 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, appIdentityName, roles.storageBlobDelegator)
  scope: account
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDelegator)
  }
}

resource bidWriter 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::bids.id, appIdentityName, roles.storageBlobDataContributor)
  scope: account::blobs::bids
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
  }
}

resource recordWriter 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::blobs::records.id, appIdentityName, roles.storageBlobDataContributor)
  scope: account::blobs::records
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
  }
}

// Not Message Processor: the host prolongs a message's invisibility while it works, which that role does not allow.
resource queueWorker 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (queue, index) in concat(queueNames, poisonQueueNames): {
    name: guid(account::queueService::queues[index].id, appIdentityName, roles.storageQueueDataContributor)
    scope: account::queueService::queues[index]
    properties: {
      principalId: appPrincipalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageQueueDataContributor)
    }
  }
]

resource blobDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: account::blobs
  properties: {
    workspaceId: workspaceId
    // Not reads and writes: their addresses would tell operators who has bid while bids are sealed.
    logs: [{ category: 'StorageDelete', enabled: true }]
  }
}

resource queueDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: account::queueService
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'StorageWrite', enabled: true }]
  }
}

@description('Name of the account.')
output name string = account.name

@description('Resource id of the account.')
output id string = account.id

@description('Address of the blob service.')
output blobServiceUri string = account.properties.primaryEndpoints.blob

@description('Address of the queue service.')
output queueServiceUri string = account.properties.primaryEndpoints.queue
